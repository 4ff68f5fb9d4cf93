import { defineEvent } from '../platform/events/domain-event.js';

/** A revision became the current one of its course; the one before it, if any, is retired. */
export const RevisionPublished = defineEvent<{ revisionId: string; retiredRevisionId: string | null }>(
  'catalogue.revision-published',
);
