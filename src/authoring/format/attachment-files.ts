import { createHash } from 'node:crypto';
import {
  ATTACHMENT_FOLDER,
  ATTACHMENT_TYPES,
  attachmentsInMarkdown,
  type LessonAttachment,
  type LessonAttachments,
} from '../../catalogue/course-import.service.js';
import type { Text } from '../../platform/problems/problem.js';
import type { ContentFolder } from './content-folder.js';

const ATTACHMENT_FILE = /^tep\/[a-z0-9]+(?:-[a-z0-9]+)*\.(pdf|docx|xlsx|pptx)$/;
/** As large as any content file may be; on a slow network, minutes. */
export const MAX_ATTACHMENT_BYTES = 5 * 1024 * 1024;

/** The part that makes a package of Office Open XML (ECMA-376, part 2) a text, a sheet or a slide show. */
const MAIN_PARTS: Record<string, string> = {
  docx: 'word/document.xml',
  xlsx: 'xl/workbook.xml',
  pptx: 'ppt/presentation.xml',
};

/** The attachments of one course folder. */
export class AttachmentFiles {
  readonly attachments: LessonAttachments;

  constructor(private readonly folder: ContentFolder) {
    const attachments: Record<string, LessonAttachment> = {};
    for (const [name, bytes] of folder.files()) {
      if (!name.startsWith(`${ATTACHMENT_FOLDER}/`)) continue;
      const ending = ATTACHMENT_FILE.exec(name)?.[1];
      const fault = ending === undefined ? NAME_FAULT : attachmentFaultOf(ending, bytes);
      if (fault) folder.fault(name, null, fault);
      else attachments[name] = { hash: createHash('sha256').update(bytes).digest('hex'), size: bytes.length };
    }
    this.attachments = attachments;
  }

  /**
   * The attachments that a lesson links to, with a fault for each that is not there.
   * @param bodyLine the line of the file on which its Markdown begins
   */
  linkedBy(name: string, markdown: string, bodyLine: number): LessonAttachments {
    const linked: Record<string, LessonAttachment> = {};
    for (const { path, line } of attachmentsInMarkdown(markdown)) {
      const attachment = this.attachments[path];
      if (attachment) linked[path] = attachment;
      else {
        this.folder.fault(name, bodyLine + line, {
          vi: `Không có tệp "${path}" trong thư mục tep/ của khoá học.`,
          en: `There is no file "${path}" in the course's tep/ folder.`,
        });
      }
    }
    return linked;
  }
}

const NAME_FAULT: Text = {
  vi: 'Tên tệp đính kèm phải có dạng tep/ten-tep.pdf (hoặc .docx, .xlsx, .pptx), chữ thường không dấu.',
  en: 'An attachment is named tep/some-name.pdf (or .docx, .xlsx, .pptx), in lower case without diacritics.',
};

/**
 * What keeps bytes from being handed out under an ending; null when nothing does. Names of parts stand in a package
 * uncompressed, so they are found without unpacking anything.
 */
export function attachmentFaultOf(ending: string, bytes: Buffer): Text | null {
  if (bytes.length > MAX_ATTACHMENT_BYTES) {
    return {
      vi: 'Tệp đính kèm lớn hơn 5 MB. Mời anh/chị nén hình trong tệp, hoặc chia thành nhiều tệp.',
      en: 'The attachment is over 5 MB. Please compress its pictures, or split it.',
    };
  }
  const part = MAIN_PARTS[ending];
  const isPackage = bytes.toString('latin1', 0, 4) === 'PK\x03\x04' && bytes.includes('[Content_Types].xml');
  if (part === undefined ? bytes.toString('latin1', 0, 5) !== '%PDF-' : !isPackage || !bytes.includes(part)) {
    return {
      vi: `Nội dung không phải tệp ${ending.toUpperCase()}, hoặc tệp có mật khẩu.`,
      en: `The content is not a ${ending.toUpperCase()} file, or the file has a password.`,
    };
  }
  if (part !== undefined && /vbaProject/i.test(bytes.toString('latin1'))) {
    return {
      vi: 'Tệp có macro. Mời anh/chị lưu lại thành bản không có macro.',
      en: 'The file has macros. Please save it without them.',
    };
  }
  return null;
}

/** The ending under which a file may be handed out; null for what may not. */
export function attachmentEnding(name: string): string | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase();
  return ending in ATTACHMENT_TYPES ? ending : null;
}
