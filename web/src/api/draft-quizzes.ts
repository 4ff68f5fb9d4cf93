import { keepPreviousData, queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import { forgetDraft } from './drafts.js';
import { ApiProblem } from './problem.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type DraftQuiz = Schemas['DraftQuizDto'];
export type Question = DraftQuiz['questions'][number];
export type QuizSettings = DraftQuiz['settings'];
export type BlueprintCell = NonNullable<QuizSettings['blueprint']>[number];
export type CellStanding = DraftQuiz['cells'][number];
export type PreviewedQuestion = Schemas['PreviewedQuestionDto'];
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

/** How one save of a quiz ends: it is a newer quiz that another save has to begin from. */
export type QuizSaved = { kind: 'saved' } | { kind: 'conflict'; current: DraftQuiz };

/** Saves settings or questions; what is not given stays. @throws ApiProblem invalid-request, draft-closed; NoNetwork */
export async function saveQuiz(
  queries: QueryClient,
  place: QuizPlace,
  given: Omit<Schemas['SaveQuizDto'], 'questions'> & { questions?: Question[] },
): Promise<QuizSaved> {
  try {
    const params = { path: path(place) };
    await body(client.PUT('/api/v1/drafts/{id}/lessons/{slug}/quiz', { params, body: given }));
  } catch (error) {
    const current = conflictOf(error);
    if (!current) throw error;
    queries.setQueryData(draftQuizQuery(place).queryKey, current);
    return { kind: 'conflict', current };
  }
  await forget(queries, place);
  return { kind: 'saved' };
}

/** The quiz that is there now, which the problem of a conflict carries. */
function conflictOf(error: unknown): DraftQuiz | null {
  if (!(error instanceof ApiProblem) || error.code !== 'draft-conflict' || !('current' in error.body)) return null;
  return error.body.current as DraftQuiz;
}

export const questionPreviewQuery = (place: QuizPlace, question: Question) =>
  queryOptions({
    queryKey: ['question-preview', place.id, place.slug, question],
    queryFn: () => {
      const asked = { params: { path: path(place) }, body: { question } };
      return body(client.POST('/api/v1/drafts/{id}/lessons/{slug}/quiz/preview', asked));
    },
    retry: false,
  });

/** @param version of the quiz whose questions are counted */
export const standingsQuery = (place: QuizPlace, version: number, blueprint: BlueprintCell[]) =>
  queryOptions({
    queryKey: ['blueprint-standing', place.id, place.slug, version, blueprint],
    queryFn: async () => {
      const asked = { params: { path: path(place) }, body: { blueprint } };
      return (await body(client.POST('/api/v1/drafts/{id}/lessons/{slug}/quiz/blueprint', asked))).cells;
    },
    placeholderData: keepPreviousData,
    retry: false,
  });
