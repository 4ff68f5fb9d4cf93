import { Injectable } from '@nestjs/common';
import { DataSource, In, Not } from 'typeorm';
import { LawService, type CitedArticle } from '../law/law.service.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { PdfRenderer } from '../platform/pdf/pdf-renderer.js';
import { ObjectStorage } from '../platform/storage/object-storage.js';
import { CatalogueService, type LessonOutline, type RevisionContents } from './catalogue.service.js';
import { Handbook, type HandbookFormat } from './entities/handbook.entity.js';
import { Lesson, type LessonKind } from './entities/lesson.entity.js';
import { bookOf, type Book, type CitedInLesson } from './handbook/book.js';
import { writeEpub } from './handbook/epub/epub.js';
import { parseLesson } from './handbook/lesson-parser.js';

/** To be raised when the same revision gives another book: handbooks are then made again when they are asked for. */
export const HANDBOOK_RENDERING = 1;

const TEMPLATE = new URL('./handbook/pdf/book-template.js', import.meta.url);

/** A quiz is answered and a scenario is played: neither can be read. */
const PRINTED: LessonKind[] = ['reading', 'video', 'handbook'];

/** Where the parts of the work begin, in percent; drawing fills what lies between. */
const [READ, DRAWN] = [10, 95];

export const isPrinted = ({ kind }: Pick<LessonOutline, 'kind'>): boolean => PRINTED.includes(kind);

/** Makes handbooks and keeps them for good. */
@Injectable()
export class HandbookMakingService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly catalogue: CatalogueService,
    private readonly law: LawService,
    private readonly renderer: PdfRenderer,
    private readonly storage: ObjectStorage,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a handbook that is not made yet. Nothing is locked meanwhile: the same book made twice is the same bytes under
   * the same key. One that a process of another release was asked for is left to that release.
   * @throws Error when drawing or storing fails; the handbook is `failed` until the job's next try
   */
  async make(handbookId: string): Promise<void> {
    const { manager } = this.dataSource;
    const key = { id: handbookId, rendererVersion: HANDBOOK_RENDERING };
    const handbook = await manager.findOneBy(Handbook, { ...key, state: Not('ready') });
    if (!handbook) return;
    const open = { id: handbookId, state: In(['waiting', 'making', 'failed']) };
    await manager.update(Handbook, open, { state: 'making', progress: 0 });
    try {
      const book = await this.bookOf(await this.catalogue.revision(handbook.revisionId));
      await this.note(handbookId, READ);
      const bytes = await this.write(book, handbook.format, (share) => {
        void this.note(handbookId, Math.floor(READ + (DRAWN - READ) * share)).catch(() => undefined);
      });
      const made = { fileKey: await this.storage.put(bytes), bytes: bytes.length, madeAt: this.clock.now() };
      await manager.update(Handbook, open, { ...made, state: 'ready', progress: 100 });
    } catch (error) {
      await manager.update(Handbook, open, { state: 'failed' });
      throw error;
    }
  }

  /** Progress only grows, whoever else makes the same book. */
  private async note(id: string, progress: number): Promise<void> {
    await this.dataSource.query(
      `UPDATE handbook SET progress = $2 WHERE id = $1 AND state = 'making' AND progress < $2`,
      [id, progress],
    );
  }

  private write(book: Book, format: HandbookFormat, onProgress: (share: number) => void): Promise<Buffer> {
    if (format === 'epub') return writeEpub(book);
    return this.renderer.render(TEMPLATE, { book, paper: format === 'pdf-a4' ? 'a4' : 'a5' }, onProgress);
  }

  private async bookOf({ revision, skillModules, lessons }: RevisionContents): Promise<Book> {
    const ids = lessons.filter(isPrinted).map(({ id }) => id);
    const texts = await this.dataSource.manager.find(Lesson, {
      select: { id: true, html: true },
      where: { id: In(ids) },
    });
    const htmlById = new Map(texts.map(({ id, html }) => [id, html]));
    const publishedAt = revision.publishedAt ?? revision.createdAt;
    return bookOf(
      {
        id: revision.id,
        title: revision.title.vi,
        summary: revision.summary.vi,
        asOf: revision.asOf,
        revisionNumber: revision.number,
        publishedAt: `${publishedAt.toISOString().slice(0, 19)}Z`,
        publishedOn: vietnamDate(publishedAt),
      },
      skillModules.map(({ title, summary, lessons: ofModule }) => ({
        title: title.vi,
        summary: summary.vi,
        lessons: ofModule.filter(isPrinted).map((lesson) => ({
          id: lesson.id,
          title: lesson.title.vi,
          minutes: lesson.minutes,
          blocks: parseLesson(htmlById.get(lesson.id) ?? ''),
        })),
      })),
      await this.citationsOf(ids),
    );
  }

  /** The articles that lessons cite; a document by its name and the number under which lawyers know it. */
  private async citationsOf(lessonIds: string[]): Promise<Map<string, CitedInLesson[]>> {
    const numbers = new Map((await this.law.documents()).map(({ code, number }) => [code, number]));
    const named = ({ code, number, title, documentTitle }: CitedArticle): CitedInLesson => {
      const documentNumber = numbers.get(code.slice(0, code.lastIndexOf('.')));
      const known = documentNumber !== undefined && /^\d/.test(documentNumber);
      return { code, number, title, documentTitle: known ? `${documentTitle} (số ${documentNumber})` : documentTitle };
    };
    const cited = await this.law.articlesOf('lesson', lessonIds);
    return new Map([...cited].map(([id, articles]) => [id, articles.map(named)]));
  }
}
