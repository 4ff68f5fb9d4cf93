/** The schemas of content/schemas, by the first part of their file's name. */
export const SCHEMA_NAMES = [
  'course',
  'module',
  'quiz',
  'questions',
  'scenario',
  'lesson',
  'law-document',
  'law-articles',
  'reform-plan',
  'check-exceptions',
] as const;

export type SchemaName = (typeof SCHEMA_NAMES)[number];
