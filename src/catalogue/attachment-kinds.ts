import { ATTACHMENT_FOLDER } from './lesson-markdown.js';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** What a lesson may hand out, by the ending of its name: what phones open, and nothing that runs. */
export const ATTACHMENT_TYPES: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: `${OFFICE}.wordprocessingml.document`,
  xlsx: `${OFFICE}.spreadsheetml.sheet`,
  pptx: `${OFFICE}.presentationml.presentation`,
};

/** The media type of an attachment by its path within the course; null for any other file. */
export function attachmentType(path: string): string | null {
  if (!path.startsWith(`${ATTACHMENT_FOLDER}/`)) return null;
  return ATTACHMENT_TYPES[path.slice(path.lastIndexOf('.') + 1)] ?? null;
}
