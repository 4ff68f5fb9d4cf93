import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import type { Actor } from '../../platform/auth/actor.js';
import type { Locale } from '../../platform/problems/problem.js';
import { ObjectStorage } from '../../platform/storage/object-storage.js';
import type { ImportFault, ImportJob } from '../entities/import-job.entity.js';
import type { ImportRowState } from '../entities/import-row.entity.js';
import type { SheetRow } from '../../platform/sheet/sheet.js';
import { unguarded, writeSheet, type SheetFormat } from '../../platform/sheet/sheet-writer.js';
import { faultText } from './import-texts.js';
import { ImportNotReady } from './import.problems.js';
import { FAULTS_BETWEEN } from './import.queries.js';
import { ImportService } from './import.service.js';
import { FAULT_HEADING } from './register-columns.js';
import { openRegister, withStoredFile, type RegisterFile } from './register-file.js';
import { dayOf, shownDay } from './register-values.rules.js';

const DAY_COLUMNS = ['birthDate', 'validFrom', 'validTo', 'foundedOn', 'countedOn'];

const UNDECIDED = {
  vi: 'Có thể là người đã có trong sổ: mời anh/chị quyết định trên màn hình nhập.',
  en: 'Perhaps somebody already known: please decide on the import screen.',
};

interface FaultRow {
  number: number;
  faults: ImportFault[];
  state: ImportRowState;
}

/** The officer's own sheet once more, with a column that says what is wrong with each row. */
@Injectable()
export class ImportReportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly storage: ObjectStorage,
    private readonly imports: ImportService,
  ) {}

  /**
   * In the format of the file that was sent; row by row, so that memory does not grow with it.
   * @throws Problem not-found, import-not-ready while the file is being read, when it cannot be, and when it is gone
   */
  async write(
    actor: Actor,
    id: string,
    locale: Locale,
  ): Promise<{ format: SheetFormat; fileName: string; content: Readable }> {
    const job = await this.imports.get(actor, id);
    const { format } = job;
    if (!hasReport(job) || format === null) throw ImportNotReady({ state: job.state });
    const content = new PassThrough();
    // Ends with the answer, or with whoever stops listening: the copied file is removed in both cases.
    void withStoredFile({ storage: this.storage, name: job.id }, async (path) => {
      const file = await openRegister(path, job.kind);
      try {
        const rows = this.rows(file, { job, locale });
        await new Promise<void>((done) => {
          pipeline(writeSheet(format, [{ name: FAULT_HEADING[locale], rows }]), content, () => done());
        });
      } finally {
        await file.sheet.close();
      }
    }).catch((error: Error) => content.destroy(error));
    return { format, fileName: `bang-loi-${id.slice(-6)}.${format}`, content };
  }

  private async *rows(
    file: RegisterFile,
    { job, locale }: { job: ImportJob; locale: Locale },
  ): AsyncGenerator<string[]> {
    const { headings, sheet } = file;
    let number = 1;
    for await (const batch of sheet.rows()) {
      const faults = await this.faultsOf(job, batch);
      for (const row of batch) {
        // Empty rows keep their place, so that numbers of rows stay what the screen says; a wide gap is closed.
        while (number < row.number && row.number - number < 100) {
          number += 1;
          yield [];
        }
        number = row.number + 1;
        const found = faults.get(row.number);
        const isHeading = row.number === headings.row;
        const text = isHeading ? FAULT_HEADING[locale] : found === undefined ? '' : textOf(found, { job, locale });
        yield this.withFault(row, file, text);
      }
    }
  }

  private withFault(row: SheetRow, { headings, sheet }: RegisterFile, text: string): string[] {
    const at = headings.faultColumn ?? headings.width;
    const cells = Array.from({ length: Math.max(row.cells.length, at + 1) }, (_, position) => {
      const cell = row.cells[position];
      if (cell === undefined) return '';
      const key = headings.keys.get(position);
      const isDay = cell.kind === 'number' && key !== undefined && DAY_COLUMNS.includes(key);
      const day = isDay ? dayOf(cell.text, sheet.isDate1904) : null;
      return day ? shownDay(day) : unguarded(cell.text);
    });
    cells[at] = text;
    return cells;
  }

  private async faultsOf(job: ImportJob, batch: SheetRow[]): Promise<Map<number, FaultRow>> {
    const numbers = batch.map(({ number }) => number);
    const values = [job.id, numbers[0] ?? 0, numbers.at(-1) ?? 0];
    const rows = await this.dataSource.query<FaultRow[]>(FAULTS_BETWEEN, values);
    return new Map(rows.map((row) => [row.number, row]));
  }
}

/** Whether there is something to report, and still the file to report it in. */
export function hasReport({ staged, state, fileDeletedAt }: ImportJob): boolean {
  return staged && fileDeletedAt === null && state !== 'cancelled';
}

function textOf({ faults, state }: FaultRow, { job, locale }: { job: ImportJob; locale: Locale }): string {
  if (faults.length === 0) return state === 'undecided' ? UNDECIDED[locale] : '';
  return faults.map((fault) => faultText(job.kind, fault)[locale]).join(' ');
}
