import { isUtf8 } from 'node:buffer';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { attachmentType } from '../catalogue/course-import.service.js';
import { RevisionFilesService } from '../catalogue/revision-files.service.js';
import type { Actor } from '../platform/auth/actor.js';
import type { Text } from '../platform/problems/problem.js';
import { readZip, type ZipLimits } from '../platform/zip/zip-reader.js';
import { zipOf } from '../platform/zip/zip-writer.js';
import { ContentRulesService } from './content-rules.service.js';
import { editYaml, looseYaml } from './content-yaml.rules.js';
import { DraftStoreService } from './draft-store.service.js';
import { ArchiveRefused } from './draft.problems.js';
import { DraftService } from './draft.service.js';
import type { DraftContent } from './draft-tree.rules.js';
import type { ContentFault } from './format/content-fault.js';
import { readCourseParts } from './format/course-files.js';

export const MAX_ARCHIVE_BYTES = 40 * 1024 * 1024;
const LIMITS: ZipLimits = { entries: 2_000, fileBytes: 5 * 1024 * 1024, totalBytes: 100 * 1024 * 1024 };
const MOST_FAULTS = 200;

/** What the folder of a course may hold; whatever else a lecturer's archive holds is not quietly left out. */
const NAMES = [
  /^(?:course\.yaml|README\.md)$/,
  /^anh\/[a-z0-9]+(?:-[a-z0-9]+)*\.webp$/,
  /^tep\/[a-z0-9]+(?:-[a-z0-9]+)*\.(?:pdf|docx|xlsx|pptx)$/,
  /^\d\d-[a-z0-9]+(?:-[a-z0-9]+)*\/module\.yaml$/,
  /^\d\d-[a-z0-9]+(?:-[a-z0-9]+)*\/\d\d-[a-z0-9]+(?:-[a-z0-9]+)*\.(?:md|quiz\.yaml|scenario\.yaml)$/,
  /^\d\d-[a-z0-9]+(?:-[a-z0-9]+)*\/[A-Za-z0-9][A-Za-z0-9_-]*\.(?:gift|questions\.yaml|ink)$/,
];
const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const WRONG_NAME: Text = {
  vi: 'Không rõ tệp này thuộc về đâu; mời kiểm tra tên (ví dụ: 01-ten-chuyen-de/02-ten-bai.md).',
  en: 'It is not clear where this belongs; please check its name (such as 01-skill-module/02-lesson.md).',
};
const NOT_TEXT: Text = { vi: 'Tệp không phải chữ UTF-8.', en: 'The file is not UTF-8 text.' };
const NO_COURSE: Text = {
  vi: 'Thiếu tệp này, hoặc nó không ghi mã khoá học (slug).',
  en: 'This file is missing, or names no slug.',
};

interface ArchiveFault {
  path: string | null;
  line: number | null;
  message: Text;
}

/** Drafts as one zip: out of this installation, and into it. */
@Injectable()
export class DraftArchiveService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly store: DraftStoreService,
    private readonly drafts: DraftService,
    private readonly rules: ContentRulesService,
    private readonly files: RevisionFilesService,
  ) {}

  /** The files of a draft below a folder of the course's name. @throws Problem not-found */
  async pack(actor: Actor, draftId: string): Promise<{ fileName: string; content: AsyncGenerator<Buffer> }> {
    const { manager } = this.dataSource;
    const { slug } = await this.store.get(manager, actor, draftId);
    const files = await this.store.bytes(manager, draftId);
    const parts = [...files].map(([path, bytes]) => ({ name: `${slug}/${path}`, content: [bytes] }));
    return { fileName: `${slug}.zip`, content: zipOf(parts) };
  }

  /**
   * Begins a draft with the files of an archive, all of them or none. Faults of a draft that is not finished, such as a
   * course without topics, come along; a zip, a name, a picture, an attachment or a YAML file that is not what it says refuses the whole.
   * @param given.slug the new course's name, when its own is taken here
   * @returns the draft's id
   * @throws Problem archive-refused (`faults` names file and line), slug-taken; not-found for a unit that the actor does
   *   not write for
   */
  async unpack(
    actor: Actor,
    { bytes, ...given }: { bytes: Buffer; slug?: string; organisationId?: string },
  ): Promise<string> {
    const archive = await readZip(bytes, LIMITS);
    refuse(archive.faults.map(({ name, message }) => ({ path: name, line: null, message })));
    const files = withoutTop(archive.files);
    refuse(namesFaults(files));
    const slug = given.slug ?? slugIn(files);
    files.set('course.yaml', Buffer.from(editYaml(files.get('course.yaml')?.toString('utf8') ?? '', { slug })));
    const folder = await this.rules.folderOf(slug, files);
    const { images } = readCourseParts(folder);
    const pathOf = (file: string) => file.slice(folder.path.length + 1);
    // What a lecturer has left unfinished comes along, and the outline shows it; what is none of that is refused.
    const isBroken = ({ file, isUnreadable }: ContentFault) =>
      isUnreadable === true || /^(?:anh|tep)\//.test(pathOf(file));
    const broken = folder.faults.filter(isBroken);
    refuse(broken.map(({ file, line, message }) => ({ path: pathOf(file), line, message })));
    return this.dataSource.transaction(async (tx) => {
      const contents = new Map<string, DraftContent>();
      for (const [path, content] of files) {
        const mediaType = attachmentType(path);
        const kind = images[path] ?? (mediaType === null ? null : { mediaType });
        if (kind) contents.set(path, { text: null, hash: await this.files.keepBlob(tx, content, kind) });
        else contents.set(path, { text: content.toString('utf8'), hash: null });
      }
      return this.drafts.startWith(tx, actor, { slug, organisationId: given.organisationId, contents });
    });
  }
}

function refuse(faults: ArchiveFault[]): void {
  if (faults.length > 0) throw ArchiveRefused(undefined, { members: { faults: faults.slice(0, MOST_FAULTS) } });
}

/** Below one folder, as archives are mostly packed, or not. */
function withoutTop(files: Map<string, Buffer>): Map<string, Buffer> {
  const tops = new Set([...files.keys()].map((name) => name.slice(0, name.indexOf('/') + 1)));
  const [top = ''] = tops;
  if (tops.size !== 1 || top === '') return files;
  return new Map([...files].map(([name, content]) => [name.slice(top.length), content]));
}

function namesFaults(files: Map<string, Buffer>): ArchiveFault[] {
  return [...files].flatMap(([path, content]) => {
    if (!NAMES.some((name) => name.test(path)) || path.length > 200) return [{ path, line: null, message: WRONG_NAME }];
    const isText = path.endsWith('.webp') || attachmentType(path) !== null || (isUtf8(content) && !content.includes(0));
    return isText ? [] : [{ path, line: null, message: NOT_TEXT }];
  });
}

function slugIn(files: Map<string, Buffer>): string {
  const slug = looseYaml(files.get('course.yaml')?.toString('utf8') ?? '')['slug'];
  if (typeof slug !== 'string' || !SLUG.test(slug) || slug.length > 100) {
    throw ArchiveRefused(undefined, { members: { faults: [{ path: 'course.yaml', line: null, message: NO_COURSE }] } });
  }
  return slug;
}
