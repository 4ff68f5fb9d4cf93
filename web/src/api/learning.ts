import { queryOptions, type QueryClient } from '@tanstack/react-query';
import { body, client } from './client.js';
import { readThrough } from './read-through.js';
import type { Enrolment } from './types.js';

export const coursesQuery = queryOptions({
  queryKey: ['courses'],
  queryFn: () => readThrough('courses', async () => (await body(client.GET('/api/v1/courses'))).items),
});

export const enrolmentsQuery = queryOptions({
  queryKey: ['enrolments'],
  queryFn: () => readThrough('enrolments', async () => (await body(client.GET('/api/v1/enrolments'))).items),
});

/** @param revision the revision that the person's enrolment is pinned to; the current one when absent */
export const courseQuery = (slug: string, revision?: string) =>
  queryOptions({
    queryKey: ['course', slug, revision ?? 'current'],
    queryFn: () =>
      readThrough(`course:${slug}:${revision ?? 'current'}`, () =>
        body(client.GET('/api/v1/courses/{slug}', { params: { path: { slug }, query: { revision } } })),
      ),
  });

/** Asks for the images of a lesson before they are scrolled to: the service worker keeps them for a day without network. */
function keepImages(html: string): void {
  for (const [path] of html.matchAll(/\/api\/v1\/images\/[0-9a-f]{64}/g)) new Image().src = path;
}

/** Published lessons never change: once read they are not asked for again. */
export const lessonQuery = (id: string) =>
  queryOptions({
    queryKey: ['lesson', id],
    queryFn: () =>
      readThrough(`lesson:${id}`, async () => {
        const lesson = await body(client.GET('/api/v1/lessons/{id}', { params: { path: { id } } }));
        keepImages(lesson.html);
        return lesson;
      }),
    staleTime: Infinity,
  });

/** The living enrolment in a course, if any. */
export function enrolmentIn(enrolments: Enrolment[] | undefined, slug: string | undefined): Enrolment | undefined {
  return enrolments?.find(({ course, state }) => course.slug === slug && state !== 'withdrawn');
}

export async function enrol(queries: QueryClient, courseSlug: string): Promise<Enrolment> {
  const enrolment = await body(client.POST('/api/v1/enrolments', { body: { courseSlug } }));
  await queries.invalidateQueries({ queryKey: enrolmentsQuery.queryKey });
  return enrolment;
}

/** Shows progress at once; the server's own word follows when the outbox has been sent. */
export function showProgress(
  queries: QueryClient,
  { enrolmentId, lessonId, done, position }: { enrolmentId: string; lessonId: string; done: boolean; position: number },
): void {
  const now = new Date().toISOString();
  queries.setQueryData(enrolmentsQuery.queryKey, (enrolments) =>
    enrolments?.map((enrolment) => {
      if (enrolment.id !== enrolmentId) return enrolment;
      const former = enrolment.lessons.find((lesson) => lesson.lessonId === lessonId);
      const lesson = { lessonId, position, seenAt: now, doneAt: former?.doneAt ?? (done ? now : null) };
      const missing = enrolment.missing.filter(
        (part) => !(done && part.kind === 'lesson' && part.lessonId === lessonId),
      );
      return { ...enrolment, missing, lessons: [...enrolment.lessons.filter((l) => l !== former), lesson] };
    }),
  );
}

/** Shows a scenario as played; of several plays the best counts. */
export function showScenario(
  queries: QueryClient,
  { enrolmentId, lessonId, slug, percent }: { enrolmentId: string; lessonId: string; slug: string; percent: number },
): void {
  showProgress(queries, { enrolmentId, lessonId, done: true, position: 1 });
  queries.setQueryData(enrolmentsQuery.queryKey, (enrolments) =>
    enrolments?.map((enrolment) => {
      if (enrolment.id !== enrolmentId) return enrolment;
      const former = enrolment.results.find(({ kind, subjectKey }) => kind === 'scenario' && subjectKey === slug);
      const result = { kind: 'scenario' as const, subjectKey: slug, percent: Math.max(percent, former?.percent ?? 0) };
      return { ...enrolment, results: [...enrolment.results.filter((each) => each !== former), result] };
    }),
  );
}
