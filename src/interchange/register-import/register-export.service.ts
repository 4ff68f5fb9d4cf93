import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { OfficeTitle } from '../../identity/entities/office-title.entity.js';
import { IdentityService } from '../../identity/identity.service.js';
import { AuditService } from '../../platform/audit/audit.service.js';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock, vietnamDate } from '../../platform/clock/clock.js';
import type { Locale } from '../../platform/problems/problem.js';
import type { ImportKind } from '../entities/import-job.entity.js';
import { writeSheet, type SheetFormat, type Table } from '../../platform/sheet/sheet-writer.js';
import { IMPORTERS } from './import-comparison.service.js';
import { COLUMNS } from './register-columns.js';
import { EXPORT_PEOPLE, EXPORT_UNITS } from './register-export.queries.js';
import { GENDER_NAMES, SECTOR_NAMES, shownDay, TIER_NAMES } from './register-values.rules.js';

/** Rows fetched at a time. */
const BATCH = 2000;

type ExportRow = Record<string, string | number | null> & { cursor: string };

export interface RegisterSheet {
  format: SheetFormat;
  fileName: string;
  content: Readable;
}

const SHEET_NAMES: Record<ImportKind, Record<Locale, string>> = {
  people: { vi: 'Cán bộ', en: 'People' },
  units: { vi: 'Đơn vị', en: 'Units' },
};

const FILE_NAMES: Record<ImportKind, string> = { people: 'can-bo', units: 'don-vi' };

/** The register as a file that the import takes back, and takes for what is known already. */
@Injectable()
export class RegisterExportService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly identity: IdentityService,
    private readonly audit: AuditService,
    private readonly clock: Clock,
  ) {}

  /**
   * Everything of one kind in the units that the actor answers for; of one unit and those below it, when it is named.
   * Telephone numbers and dates of birth leave the system with it, so it is on record.
   * @throws Problem not-found
   */
  async export(
    actor: Actor,
    asked: { kind: ImportKind; format: SheetFormat; locale: Locale; organisationId?: string },
  ): Promise<RegisterSheet> {
    const { kind, format, locale, organisationId } = asked;
    const { manager } = this.dataSource;
    if (organisationId !== undefined) {
      await this.identity.requireInScope(manager, { actor, roles: IMPORTERS, organisationId });
    }
    const scope = this.identity.scopeOf(actor, IMPORTERS);
    const granted = actor.grants.filter(({ role }) => IMPORTERS.includes(role)).map((grant) => grant.organisationId);
    // On the record of every unit whose people leave with it, so that each one's superiors can read it.
    const units = organisationId === undefined ? [...new Set(granted)] : [organisationId];
    await this.dataSource.transaction(async (tx) => {
      for (const unitId of units) {
        await this.audit.record(tx, {
          action: 'interchange.export-register',
          actorId: actor.personId,
          ...{ subjectKind: 'organisation', subjectId: unitId, organisationId: unitId },
          details: { kind, format },
        });
      }
    });
    const rows = this.rows(kind, locale, [scope, organisationId ?? null]);
    const today = vietnamDate(this.clock.now());
    const fileName = `${FILE_NAMES[kind]}-${today}.${format}`;
    return { format, fileName, content: writeSheet(format, [{ name: SHEET_NAMES[kind][locale], rows }]) };
  }

  /** An empty sheet with the headings, and in xlsx the offices that may be named. */
  async template(kind: ImportKind, format: SheetFormat, locale: Locale): Promise<RegisterSheet> {
    const headings = COLUMNS[kind].filter(({ key }) => key !== 'personId').map(({ heading }) => heading[locale]);
    const tables: [Table, ...Table[]] = [{ name: SHEET_NAMES[kind][locale], rows: [headings] }];
    if (kind === 'people') {
      const titles = await this.dataSource.manager.find(OfficeTitle, { order: { rank: 'ASC' } });
      const names = titles.map(({ nameVi, nameEn }) => [locale === 'vi' ? nameVi : nameEn]);
      tables.push({ name: locale === 'vi' ? 'Chức danh' : 'Offices', rows: names });
    }
    return { format, fileName: `mau-${FILE_NAMES[kind]}.${format}`, content: writeSheet(format, tables) };
  }

  private async *rows(kind: ImportKind, locale: Locale, values: unknown[]): AsyncGenerator<string[]> {
    const columns = COLUMNS[kind];
    yield columns.map(({ heading }) => heading[locale]);
    const sql = kind === 'people' ? EXPORT_PEOPLE : EXPORT_UNITS;
    const today = vietnamDate(this.clock.now());
    let cursor: string | null = null;
    for (;;) {
      const rows: ExportRow[] = await this.dataSource.query<ExportRow[]>(sql, [...values, today, cursor, BATCH]);
      for (const row of rows) yield columns.map(({ key }) => shown(key, row[key] ?? null));
      if (rows.length < BATCH) return;
      cursor = rows.at(-1)?.cursor ?? null;
    }
  }
}

const DAYS = new Set(['birthDate', 'validFrom', 'validTo', 'foundedOn', 'countedOn']);
const NAMES: Record<string, Record<string, string>> = {
  ...{ gender: GENDER_NAMES, tier: TIER_NAMES, sector: SECTOR_NAMES },
};

function shown(key: string, value: string | number | null): string {
  if (value === null) return '';
  const text = String(value);
  return DAYS.has(key) ? shownDay(text) : (NAMES[key]?.[text] ?? text);
}
