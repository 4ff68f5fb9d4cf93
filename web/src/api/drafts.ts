import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { Save, SaveResult } from '../offline/draft-keeper.js';
import { newId } from '../offline/uuid.js';
import { body, client } from './client.js';
import { ApiProblem, NoNetwork } from './problem.js';
import type { components } from './schema.js';

type Schemas = components['schemas'];

export type Draft = Schemas['DraftDto'];
export type DraftSummary = Schemas['DraftSummaryDto'];
export type DraftState = Draft['state'];
export type DraftFault = Schemas['DraftFaultDto'];
export type DraftModule = Schemas['DraftModuleDto'];
export type DraftLesson = Schemas['DraftLessonOutlineDto'];
export type LawAlert = Schemas['LawAlertDto'];
export type LessonText = Schemas['DraftLessonDto'];

/** The first page: who writes more than fifty courses at a time finds the rest by its course. */
export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: async () => (await body(client.GET('/api/v1/drafts'))).items,
});

/** Changes of the law that one's courses still have to follow. */
export const lawAlertsQuery = queryOptions({
  queryKey: ['law-alerts'],
  queryFn: async () => (await body(client.GET('/api/v1/law-alerts'))).items,
});

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['draft', id],
    queryFn: () => body(client.GET('/api/v1/drafts/{id}', { params: { path: { id } } })),
    retry: false,
  });

const ofLesson = (id: string, slug: string) => ({ params: { path: { id, slug } } });

export const lessonTextQuery = (id: string, slug: string) =>
  queryOptions({
    queryKey: ['draft-lesson', id, slug],
    queryFn: () => body(client.GET('/api/v1/drafts/{id}/lessons/{slug}', ofLesson(id, slug))),
    staleTime: 0,
    retry: false,
  });

/** @returns the draft's id @throws ApiProblem slug-taken, draft-exists */
export async function startDraft(
  queries: QueryClient,
  begin: { courseSlug: string } | { title: string; slug: string },
): Promise<string> {
  const { id } = await body(client.POST('/api/v1/drafts', { body: begin }));
  await Promise.all([draftsQuery, lawAlertsQuery].map(({ queryKey }) => queries.invalidateQueries({ queryKey })));
  return id;
}

/** What an outline can be asked to do. */
export type OutlineAct =
  | { act: 'add-module'; title: string }
  | { act: 'change-module'; slug: string; title: string }
  | { act: 'remove-module'; slug: string }
  | { act: 'add-lesson'; module: string; kind: 'reading' | 'video' | 'quiz'; title: string }
  | { act: 'remove-lesson'; slug: string }
  | { act: 'order'; modules: { slug: string; lessons: string[] }[] };

function sendAct(id: string, act: OutlineAct): Promise<unknown> {
  const params = { path: { id } };
  switch (act.act) {
    case 'add-module':
      return body(client.POST('/api/v1/drafts/{id}/modules', { params, body: { title: act.title } }));
    case 'change-module': {
      const changed = { ...ofLesson(id, act.slug), body: { title: { vi: act.title } } };
      return body(client.PATCH('/api/v1/drafts/{id}/modules/{slug}', changed));
    }
    case 'remove-module':
      return body(client.DELETE('/api/v1/drafts/{id}/modules/{slug}', ofLesson(id, act.slug)));
    case 'add-lesson': {
      const added = { ...ofLesson(id, act.module), body: { kind: act.kind, title: act.title } };
      return body(client.POST('/api/v1/drafts/{id}/modules/{slug}/lessons', added));
    }
    case 'remove-lesson':
      return body(client.DELETE('/api/v1/drafts/{id}/lessons/{slug}', ofLesson(id, act.slug)));
    case 'order':
      return body(client.PUT('/api/v1/drafts/{id}/order', { params, body: { modules: act.modules } }));
  }
}

/** @throws ApiProblem order-outdated, too-many-parts */
export async function changeOutline(queries: QueryClient, id: string, act: OutlineAct): Promise<void> {
  try {
    await sendAct(id, act);
  } finally {
    await forgetDraft(queries, id);
  }
}

/** @throws ApiProblem draft-conflict when somebody changed the course's facts meanwhile */
export async function changeCourse(queries: QueryClient, id: string, facts: Schemas['ChangeCourseDto']): Promise<void> {
  const draft = await body(client.PATCH('/api/v1/drafts/{id}', { params: { path: { id } }, body: facts }));
  queries.setQueryData(draftQuery(id).queryKey, draft);
  await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
}

/** @throws ApiProblem draft-has-faults, draft-unchanged, draft-not-in-state */
export async function moveDraft(
  queries: QueryClient,
  id: string,
  step: 'submit' | 'withdraw' | 'publish',
): Promise<void> {
  await body(client.POST(`/api/v1/drafts/{id}/${step}`, { params: { path: { id } } }));
  await forgetDraft(queries, id);
}

export async function forgetDraft(queries: QueryClient, id: string): Promise<void> {
  const keys = [draftQuery(id).queryKey, draftsQuery.queryKey];
  await Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey })));
}

/** One save of a lesson's text; every way it can end is an answer, not an exception. */
export async function saveLesson(id: string, slug: string, { text, baseVersion, saveId }: Save): Promise<SaveResult> {
  try {
    const given = { ...ofLesson(id, slug), body: { markdown: text, baseVersion, saveId } };
    const { version } = await body(client.PUT('/api/v1/drafts/{id}/lessons/{slug}', given));
    return { kind: 'saved', version };
  } catch (error) {
    if (error instanceof NoNetwork) return { kind: 'unreachable' };
    if (!(error instanceof ApiProblem)) throw error;
    if (error.status === 401 || error.status === 429 || error.status >= 500) {
      return { kind: 'unreachable', retryAfterMs: error.retryAfterMs };
    }
    if (error.code === 'draft-conflict') return conflictOf(id, slug);
    const { code, title, detail, status } = error.body;
    return { kind: 'refused', problem: { code, title, detail, status } };
  }
}

/** What the server holds instead, at its newest. */
async function conflictOf(id: string, slug: string): Promise<SaveResult> {
  try {
    const now = await body(client.GET('/api/v1/drafts/{id}/lessons/{slug}', ofLesson(id, slug)));
    const { markdown: text, version, changedAt, changedBy } = now;
    return { kind: 'conflict', theirs: { text, version, changedAt, changedBy: changedBy.fullName } };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** What a lesson has besides its text. */
export interface LessonFacts {
  title?: string;
  /** 1–60 */
  minutes?: number;
  /** YYYY-MM-DD, when the law was checked */
  asOf?: string;
  /** https address of the film */
  video?: string;
}

/** Changes facts of a lesson and leaves its text as it is with the server. @throws ApiProblem draft-conflict */
export async function changeLesson(
  queries: QueryClient,
  { id, slug }: { id: string; slug: string },
  facts: LessonFacts,
): Promise<void> {
  const now = await body(client.GET('/api/v1/drafts/{id}/lessons/{slug}', ofLesson(id, slug)));
  const { title, ...others } = facts;
  const save: Schemas['SaveLessonDto'] = {
    ...others,
    ...(title === undefined ? {} : { title: { ...now.title, vi: title } }),
    ...{ markdown: now.markdown, baseVersion: now.version, saveId: newId() },
  };
  await body(client.PUT('/api/v1/drafts/{id}/lessons/{slug}', { ...ofLesson(id, slug), body: save }));
  await queries.invalidateQueries({ queryKey: lessonTextQuery(id, slug).queryKey });
  await forgetDraft(queries, id);
}

/** The HTML that a learner would get. */
export async function previewLesson(id: string, markdown: string, video?: string | null): Promise<string> {
  const asked = { markdown, ...(video ? { video } : {}) };
  return (await body(client.POST('/api/v1/drafts/{id}/preview', { params: { path: { id } }, body: asked }))).html;
}

/** The bytes as they are, instead of JSON. */
const asBytes = (file: File) => ({
  body: '',
  bodySerializer: () => file,
  headers: { 'content-type': 'application/octet-stream' },
});

/** Stores a picture with the draft. @throws ApiProblem image-refused */
export async function storeImage(id: string, file: File): Promise<string> {
  const params = { path: { id }, query: { name: file.name.slice(-200).normalize('NFC') } };
  return (await body(client.POST('/api/v1/drafts/{id}/images', { params, ...asBytes(file) }))).path;
}

export type ImportedLesson = Schemas['LessonImportDto'];

/** @returns its path in the draft's files. @throws ApiProblem attachment-refused */
export async function storeAttachment(id: string, file: File): Promise<string> {
  const params = { path: { id }, query: { name: file.name.slice(-200).normalize('NFC') } };
  return (await body(client.POST('/api/v1/drafts/{id}/attachments', { params, ...asBytes(file) }))).path;
}

/** A Word or Markdown file as a new lesson of a module. @throws ApiProblem of the file */
export async function importLesson(
  queries: QueryClient,
  id: string,
  asked: { module: string; file: File },
): Promise<ImportedLesson> {
  const params = { path: { id }, query: { module: asked.module } };
  const imported = await body(client.POST('/api/v1/drafts/{id}/lessons/import', { params, ...asBytes(asked.file) }));
  await forgetDraft(queries, id);
  return imported;
}

/** Address of the draft's files as one zip. */
export const archiveHref = (id: string): string => `/api/v1/drafts/${id}/archive`;

/**
 * Begins a draft with the files of a zip.
 * @param asked.slug another name for the course, when its own is taken here
 * @returns the draft's id
 * @throws ApiProblem archive-refused (`faults`), slug-taken
 */
export async function openArchive(queries: QueryClient, asked: { file: File; slug?: string }): Promise<string> {
  const query = asked.slug === undefined ? {} : { slug: asked.slug };
  const { id } = await body(client.POST('/api/v1/drafts/archive', { params: { query }, ...asBytes(asked.file) }));
  await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
  return id;
}

/** Gives a draft up for good. @throws ApiProblem draft-closed */
export async function abandonDraft(queries: QueryClient, id: string, reason: string): Promise<void> {
  const given = reason === '' ? {} : { reason };
  await body(client.POST('/api/v1/drafts/{id}/abandon', { params: { path: { id } }, body: given }));
  await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
}
