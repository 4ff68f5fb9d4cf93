import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import { forgetDraft } from './drafts.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type DraftQuiz = Schemas['DraftQuizDto'];
export type Question = DraftQuiz['questions'][number];
export type ImportReport = Schemas['QuestionImportDto'];
export type ExportFormat = 'gift' | 'aiken' | 'moodle-xml' | 'xlsx';

/** Which quiz of which draft. */
export interface QuizPlace {
  id: string;
  slug: string;
}

const path = ({ id, slug }: QuizPlace) => ({ id, slug });

export const draftQuizQuery = (place: QuizPlace) =>
  queryOptions({
    queryKey: ['draft-quiz', place.id, place.slug],
    queryFn: () => body(client.GET('/api/v1/drafts/{id}/lessons/{slug}/quiz', { params: { path: path(place) } })),
    staleTime: 0,
    retry: false,
  });

export const exportLossesQuery = (place: QuizPlace, format: ExportFormat) =>
  queryOptions({
    queryKey: ['draft-quiz', place.id, place.slug, 'losses', format],
    queryFn: async () => {
      const params = { path: path(place), query: { format } };
      return (await body(client.GET('/api/v1/drafts/{id}/lessons/{slug}/quiz/losses', { params }))).items;
    },
    staleTime: 0,
  });

/** Where a browser fetches the questions as a file. */
export function exportAddress({ id, slug }: QuizPlace, format: ExportFormat): string {
  return `/api/v1/drafts/${id}/lessons/${slug}/quiz/export?format=${format}`;
}

async function forget(queries: QueryClient, place: QuizPlace): Promise<void> {
  await queries.invalidateQueries({ queryKey: ['draft-quiz', place.id, place.slug] });
  await forgetDraft(queries, place.id);
}

/** What a file of questions holds; without `baseVersion` nothing is written. @throws ApiProblem draft-conflict */
export async function importQuestions(
  queries: QueryClient,
  place: QuizPlace,
  given: { file: File; mode: 'add' | 'replace'; baseVersion?: number },
): Promise<ImportReport> {
  const { file, mode, baseVersion } = given;
  const isDryRun = baseVersion === undefined;
  const query = { mode, dryRun: `${isDryRun}` as const, ...(isDryRun ? {} : { baseVersion }) };
  const report = await body(
    client.POST('/api/v1/drafts/{id}/lessons/{slug}/quiz/import', {
      params: { path: path(place), query },
      body: '',
      bodySerializer: () => file,
      headers: { 'content-type': 'application/octet-stream' },
    }),
  );
  if (report.applied) await forget(queries, place);
  return report;
}
