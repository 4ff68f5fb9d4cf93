import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { BilingualText } from '../i18n/bilingual.js';
import type { Save, SaveResult } from '../offline/draft-keeper.js';
import { body, client } from './client.js';
import { ApiProblem, NoNetwork } from './problem.js';

export type DraftState = 'editing' | 'submitted' | 'changes-requested' | 'approved' | 'published';
export type DraftLessonKind = 'reading' | 'video' | 'quiz' | 'scenario';

export interface DraftFault {
  path: string;
  lessonSlug: string | null;
  line: number | null;
  message: string;
}

export interface DraftLesson {
  slug: string;
  kind: DraftLessonKind;
  title: BilingualText;
  minutes: number;
  path: string;
  version: number;
}

export interface DraftModule {
  slug: string;
  title: BilingualText;
  summary: BilingualText;
  lessons: DraftLesson[];
}

export interface Draft {
  id: string;
  course: { slug: string; title: BilingualText; summary: BilingualText; asOf: string; estimatedMinutes: number };
  state: DraftState;
  modules: DraftModule[];
  faults: DraftFault[];
  contributors: { id: string; fullName: string }[];
  can: { edit: boolean; submit: boolean; withdraw: boolean; publish: boolean; review: boolean };
}

export interface DraftSummary {
  id: string;
  slug: string;
  title: BilingualText;
  state: DraftState;
  unitName: string | null;
  changedAt: string | null;
}

export interface LessonText {
  slug: string;
  path: string;
  kind: DraftLessonKind;
  title: BilingualText;
  minutes: number;
  asOf: string | null;
  markdown: string;
  version: number;
  changedAt: string;
  changedBy: { id: string; fullName: string };
}

interface Init {
  params?: { path?: Record<string, string>; query?: Record<string, string> };
  body?: unknown;
  bodySerializer?: (body: unknown) => unknown;
  headers?: Record<string, string>;
}

type Method = <T>(path: string, init?: Init) => Promise<{ data?: T; error?: unknown; response: Response }>;

/** The server's part is written at the same time: until its types are there, the paths are named by hand. */
const api = client as unknown as Record<'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', Method>;

export const draftsQuery = queryOptions({
  queryKey: ['drafts'],
  queryFn: async () => (await body(api.GET<{ items: DraftSummary[] }>('/api/v1/drafts'))).items,
});

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['draft', id],
    queryFn: () => body(api.GET<Draft>('/api/v1/drafts/{id}', { params: { path: { id } } })),
    retry: false,
  });

const ofLesson = (id: string, slug: string) => ({ params: { path: { id, slug } } });

export const lessonTextQuery = (id: string, slug: string) =>
  queryOptions({
    queryKey: ['draft-lesson', id, slug],
    queryFn: () => body(api.GET<LessonText>('/api/v1/drafts/{id}/lessons/{slug}', ofLesson(id, slug))),
    staleTime: 0,
    retry: false,
  });

/** @throws ApiProblem slug-taken, draft-exists */
export async function startDraft(
  queries: QueryClient,
  begin: { courseSlug: string } | { title: string; slug: string },
): Promise<Draft> {
  const draft = await body(api.POST<Draft>('/api/v1/drafts', { body: begin }));
  await queries.invalidateQueries({ queryKey: draftsQuery.queryKey });
  return draft;
}

/** What an outline can be asked to do; each answers with the outline as it is then. */
export type OutlineAct =
  | { act: 'add-module'; title: string }
  | { act: 'change-module'; slug: string; title: string }
  | { act: 'remove-module'; slug: string }
  | { act: 'add-lesson'; module: string; kind: 'reading' | 'video' | 'quiz'; title: string }
  | { act: 'remove-lesson'; slug: string }
  | { act: 'order'; modules: { slug: string; lessons: string[] }[] };

function sendAct(id: string, act: OutlineAct): Promise<unknown> {
  const path = { id };
  switch (act.act) {
    case 'add-module':
      return body(api.POST('/api/v1/drafts/{id}/modules', { params: { path }, body: { title: act.title } }));
    case 'change-module': {
      const params = { path: { id, slug: act.slug } };
      return body(api.PATCH('/api/v1/drafts/{id}/modules/{slug}', { params, body: { title: act.title } }));
    }
    case 'remove-module':
      return body(api.DELETE('/api/v1/drafts/{id}/modules/{slug}', { params: { path: { id, slug: act.slug } } }));
    case 'add-lesson': {
      const params = { path: { id, slug: act.module } };
      const { kind, title } = act;
      return body(api.POST('/api/v1/drafts/{id}/modules/{slug}/lessons', { params, body: { kind, title } }));
    }
    case 'remove-lesson':
      return body(api.DELETE('/api/v1/drafts/{id}/lessons/{slug}', ofLesson(id, act.slug)));
    case 'order':
      return body(api.PUT('/api/v1/drafts/{id}/order', { params: { path }, body: { modules: act.modules } }));
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

/** @throws ApiProblem draft-has-faults, draft-unchanged, draft-not-in-state */
export async function moveDraft(
  queries: QueryClient,
  id: string,
  step: 'submit' | 'withdraw' | 'publish',
): Promise<void> {
  await body(api.POST(`/api/v1/drafts/{id}/${step}`, { params: { path: { id } } }));
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
    const { version } = await body(api.PUT<{ version: number }>('/api/v1/drafts/{id}/lessons/{slug}', given));
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

/** What the server holds instead. */
async function conflictOf(id: string, slug: string): Promise<SaveResult> {
  try {
    const now = await body(api.GET<LessonText>('/api/v1/drafts/{id}/lessons/{slug}', ofLesson(id, slug)));
    const theirs = { text: now.markdown, version: now.version, changedBy: now.changedBy.fullName };
    return { kind: 'conflict', theirs: { ...theirs, changedAt: now.changedAt } };
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Title and minutes of a lesson, with its text as it is. @throws ApiProblem draft-conflict */
export async function renameLesson(queries: QueryClient, id: string, slug: string, title: string): Promise<void> {
  const now = await body(api.GET<LessonText>('/api/v1/drafts/{id}/lessons/{slug}', ofLesson(id, slug)));
  const changed = { title, markdown: now.markdown, baseVersion: now.version, saveId: crypto.randomUUID() };
  await body(api.PUT('/api/v1/drafts/{id}/lessons/{slug}', { ...ofLesson(id, slug), body: changed }));
  await queries.invalidateQueries({ queryKey: lessonTextQuery(id, slug).queryKey });
  await forgetDraft(queries, id);
}

/** The HTML that a learner would get. */
export async function previewLesson(id: string, markdown: string): Promise<string> {
  const given = { params: { path: { id } }, body: { markdown } };
  return (await body(api.POST<{ html: string }>('/api/v1/drafts/{id}/preview', given))).html;
}

/** The bytes as they are, instead of JSON. */
const asFile = (file: File) => ({
  body: file,
  bodySerializer: (bytes: unknown) => bytes,
  headers: { 'content-type': file.type || 'application/octet-stream' },
});

/** Stores a picture with the draft. @throws ApiProblem image-refused */
export async function storeImage(id: string, file: File): Promise<string> {
  const given = { params: { path: { id } }, ...asFile(file) };
  return (await body(api.POST<{ path: string }>('/api/v1/drafts/{id}/images', given))).path;
}

export interface ImportedLesson {
  slug: string;
  losses: { what: string; where: string }[];
}

/** A Word or Markdown file as a new lesson of a module. @throws ApiProblem of the file */
export async function importLesson(
  queries: QueryClient,
  id: string,
  asked: { module: string; file: File },
): Promise<ImportedLesson> {
  const params = { path: { id }, query: { module: asked.module } };
  const imported = await body(
    api.POST<ImportedLesson>('/api/v1/drafts/{id}/lessons/import', { params, ...asFile(asked.file) }),
  );
  await forgetDraft(queries, id);
  return imported;
}
