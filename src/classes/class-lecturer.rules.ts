import type { ChangedArticle, TopicStanding } from '../authoring/teaching-standing.service.js';
import type { FieldFault } from '../platform/problems/problem.js';

/** A course without topics asks for no authorisation; else one of its topics, on all days of the class. */
export function isAuthorised(courseTopics: readonly string[], standing: readonly TopicStanding[]): boolean {
  return courseTopics.length === 0 || standing.some(({ covers }) => covers);
}

/** Topics of the course that none of the lecturers is authorised for on all days of the class. */
export function uncoveredTopics(courseTopics: readonly string[], standings: readonly TopicStanding[][]): string[] {
  const covered = new Set(standings.flat().flatMap(({ topic, covers }) => (covers ? [topic] : [])));
  return courseTopics.filter((topic) => !covered.has(topic));
}

/** Articles that changed after the law of some topic that counts, each once. */
export function changedSince(standing: readonly TopicStanding[]): ChangedArticle[] {
  const changes = standing.flatMap(({ covers, changes }) => (covers ? changes : []));
  return [...new Map(changes.map((change) => [`${change.code} ${change.on}`, change])).values()];
}

const NAMED = 3;

const dayOf = (day: string) => day.split('-').reverse().join('/');

/** What moved in the law since the lecturer was examined, in a sentence. */
export function lawMoved(index: number, fullName: string, changes: readonly ChangedArticle[]): FieldFault {
  const some = changes.slice(0, NAMED);
  const more = changes.length - some.length;
  const listed = (article: string, from: string) =>
    some.map((change) => `${article} ${change.article} (${change.document}) ${from} ${dayOf(change.on)}`).join('; ');
  const vi = `${fullName}: luật đã thay đổi sau ngày đối chiếu của phân công: ${listed('Điều', 'từ')}`;
  const en = `${fullName}: the law moved after the day of the authorisation: ${listed('Article', 'since')}`;
  return {
    pointer: `/lecturerIds/${index}`,
    detail: {
      vi: more > 0 ? `${vi}; và ${more} thay đổi khác.` : `${vi}.`,
      en: more > 0 ? `${en}; and ${more} more.` : `${en}.`,
    },
  };
}
