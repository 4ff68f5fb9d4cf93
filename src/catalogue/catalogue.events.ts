import { defineEvent } from '../platform/events/domain-event.js';

/** A revision became its course's current one, by import or from the desk; `retiredRevisionId` was it before. */
export const RevisionPublished = defineEvent<{ revisionId: string; retiredRevisionId: string | null }>(
  'catalogue.revision-published',
);
