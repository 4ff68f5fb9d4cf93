import { defineEvent } from '../platform/events/domain-event.js';

/** An amendment is in force: published once in its life, on its day or when it was recorded later. */
export const ArticleAmended = defineEvent<{ amendmentId: string }>('law.article-amended');
