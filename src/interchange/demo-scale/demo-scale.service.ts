import { Injectable } from '@nestjs/common';
import type pg from 'pg';
import { DataSource, type EntityManager } from 'typeorm';
import { bestChoices, replay } from '../../catalogue/scenario.service.js';
import { DEMO_PASSWORD } from '../../identity/demo-union.service.js';
import { IdentityService } from '../../identity/identity.service.js';
import { PasswordService } from '../../identity/password.service.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { Clock, vietnamDate } from '../../platform/clock/clock.js';
import { Config } from '../../platform/config/config.js';
import { foldVietnamese } from '../../platform/text/vietnamese.js';
import { buildCadres, type Cadre } from './cadres.js';
import { buildCertificates } from './certificates.js';
import { buildClasses, lecturersOf } from './classes.js';
import { copyRows } from './copy-rows.js';
import { COURSE_FACTS, ROOT, TITLE_NAMES } from './demo-scale.queries.js';
import { buildUnits, FEDERATION_CODE, openedOn, SCHOOL_CODE, type DemoScale, type DemoUnit } from './federation.js';
import { auditTables, certificateTables, classTables, studyTables } from './learning-tables.js';
import { buildStudies, type CourseFacts } from './learning.js';
import { at, Seeded } from './seeded.js';
import { peopleTables, unitTables, type TableRows } from './tables.js';

export type { DemoScale } from './federation.js';

/** The course that ships with the platform. */
const COURSE = 'giai-quyet-tranh-chap-lao-dong';
const LEAST_UNITS = 10;
const MOST_UNITS = 20_000;
const MOST_PEOPLE = 300_000;
const PEOPLE_PER_UNIT = 10;
/** The reform and the congresses lie before, or the story has no room. */
const EARLIEST = '2026-06-01';
const CONFEDERATION = {
  ...{ code: 'TLD', name: 'Tổng Liên đoàn Lao động Việt Nam', tier: 'central', kind: 'tong-lien-doan' },
  ...{ sector: 'mixed', foundedOn: '1929-07-28' },
};

/** Why nothing was made; the message is for whoever asked. */
export class DemoScaleRefused extends Error {}

export interface DemoScaleReport {
  /** Rows by table. */
  rows: Record<string, number>;
  /** People to sign in as, one of each kind; all accounts have the same password. */
  accounts: { who: string; name: string; login: string }[];
  password: string;
}

interface RootUnit {
  id: string;
  path: string;
  foundedOn: string;
  name: string;
}

/**
 * A whole invented federation: units, people, offices, access and what they have learnt. Same seed, same rows; only the ids
 * of the course and of its questions are those that the content has in this database.
 */
@Injectable()
export class DemoScaleService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly organisations: OrganisationService,
    private readonly identity: IdentityService,
    private readonly passwords: PasswordService,
  ) {}

  /**
   * Fills the database in one transaction, as the application's role: every constraint and trigger sees every row.
   * @param progress told one line for each table
   * @throws DemoScaleRefused in production, when the federation is there already, or for figures without sense
   */
  async make(scale: DemoScale, progress: (line: string) => void): Promise<DemoScaleReport> {
    this.check(scale);
    const passwordHash = await this.passwordHash(scale.seed);
    const report = await this.dataSource.transaction((tx) => this.fill(tx, scale, { progress, passwordHash }));
    await this.dataSource.query('SELECT analyse_register()');
    return report;
  }

  /** Of the password that everybody has, salted by the seed: random salt would make other rows each time. */
  passwordHash(seed: number): Promise<string> {
    const salt = new Seeded(seed, 'password').bytes('salt').subarray(0, 16);
    return this.passwords.hash(DEMO_PASSWORD, { salt });
  }

  /** The same within a transaction of the caller. */
  async fill(
    tx: EntityManager,
    scale: DemoScale,
    { progress, passwordHash }: { progress: (line: string) => void; passwordHash: string },
  ): Promise<DemoScaleReport> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('union-skills:demo-scale'))`);
    await tx.query('SET LOCAL statement_timeout = 0');
    await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0');
    await this.identity.ensureOfficeTitles(tx);
    if (await this.organisations.findByCode(tx, FEDERATION_CODE)) {
      throw new DemoScaleRefused(`This database has the demonstration federation ${FEDERATION_CODE} already.`);
    }
    const course = await courseFacts(tx);
    const titles = await tx.query<{ code: string; name: string }[]>(TITLE_NAMES);
    const titleNames = new Map(titles.map(({ code, name }) => [code, name]));
    const { root, found } = await rootOf(tx, scale);
    const units = buildUnits(scale, root);
    const cadres = buildCadres(scale, units);
    const rows: Record<string, number> = {};
    const connection = (await tx.queryRunner?.connect()) as pg.PoolClient;
    progress(`drawn up: ${units.length} units, ${cadres.length} people`);
    // One table after the other: together they would fill the memory.
    const story = { found, units, cadres, course, root, titleNames, passwordHash };
    for (const { table, rows: made } of tables(scale, story)) {
      const count = await copyRows(connection, table, made);
      rows[table] = (rows[table] ?? 0) + count;
      progress(`${table}: ${count}`);
    }
    return { rows, accounts: accountsToTry(cadres), password: DEMO_PASSWORD };
  }

  /** @throws DemoScaleRefused in production and for figures without sense, before anything is touched */
  check({ units, people, seed, asOf }: DemoScale): void {
    if (this.config.NODE_ENV === 'production') {
      throw new DemoScaleRefused('NODE_ENV=production takes no invented people: their password is known to everybody.');
    }
    const isWhole = [units, people, seed].every((figure) => Number.isSafeInteger(figure) && figure >= 0);
    if (!isWhole || units < LEAST_UNITS || units > MOST_UNITS || people > MOST_PEOPLE) {
      throw new DemoScaleRefused(
        `Whole figures, please: ${LEAST_UNITS} to ${MOST_UNITS} units, up to ${MOST_PEOPLE} people, a seed of 0 or more.`,
      );
    }
    if (people < units * PEOPLE_PER_UNIT) {
      throw new DemoScaleRefused(
        `${units} units need ${units * PEOPLE_PER_UNIT} people at least, ${PEOPLE_PER_UNIT} each.`,
      );
    }
    const today = vietnamDate(this.clock.now());
    if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf) || Number.isNaN(Date.parse(asOf)) || asOf < EARLIEST || asOf > today) {
      throw new DemoScaleRefused(`The story can end on a day (YYYY-MM-DD) from ${EARLIEST} to today, ${today}.`);
    }
  }
}

interface Story {
  /** The confederation, when it is new. */
  found: TableRows[];
  units: DemoUnit[];
  cadres: Cadre[];
  course: CourseFacts;
  root: RootUnit;
  titleNames: ReadonlyMap<string, string>;
  passwordHash: string;
}

/** Everything in the order in which it may be written. */
function* tables(scale: DemoScale, story: Story): Generator<TableRows> {
  const { found, units, cadres, course, root, titleNames, passwordHash } = story;
  yield* found;
  yield* unitTables(scale, units);
  yield* peopleTables(scale, { cadres, passwordHash, lecturers: lecturersOf(scale, cadres) });
  const classes = buildClasses(scale, units, cadres);
  const studies = buildStudies(scale, { course, classes, cadres });
  yield* studyTables(scale, course, studies);
  yield* classTables(scale, { course, classes, studies });
  const unitNames = new Map([[root.id, root.name], ...units.map(({ id, name }) => [id, name] as const)]);
  const certificates = buildCertificates(scale, studies, { course, unitNames, titleNames });
  yield* certificateTables(scale, course, certificates);
  yield* auditTables(scale, { classes, certificates });
}

/** A course with the scenarios' stories, not yet played. */
type StoredCourse = Omit<CourseFacts, 'scenarios'> & { scenarios: { lessonId: string; slug: string; story: string }[] };

async function courseFacts(tx: EntityManager): Promise<CourseFacts> {
  const [facts] = await tx.query<StoredCourse[]>(COURSE_FACTS, [COURSE]);
  if (!facts) throw new DemoScaleRefused(`The course ${COURSE} is not there yet: npm run cli -- content import`);
  const scenarios = facts.scenarios.map(({ story, ...scenario }) => {
    const choices = bestChoices(story);
    const result = replay(story, choices);
    if (result.violations.length > 0) throw new Error(`The best choices of ${scenario.slug} break the law`);
    return { ...scenario, choices, result };
  });
  return { ...facts, scenarios };
}

/** The confederation of this installation, or the rows of a new one. */
async function rootOf(tx: EntityManager, scale: DemoScale): Promise<{ root: RootUnit; found: TableRows[] }> {
  const [known] = await tx.query<RootUnit[]>(ROOT);
  if (known) {
    if (known.foundedOn > '1997-01-01') {
      throw new DemoScaleRefused(
        `${known.name} was founded in ${known.foundedOn}, after the unions that would be below it.`,
      );
    }
    return { root: known, found: [] };
  }
  const chance = new Seeded(scale.seed, 'confederation');
  const recordedAt = at(openedOn(scale), 7 * 60);
  const id = chance.id('unit', recordedAt);
  const { code, foundedOn, name, ...kind } = CONFEDERATION;
  const path = id.replaceAll('-', '');
  const unit = { id, code, path, founded_on: foundedOn, created_at: recordedAt };
  const period = {
    id: chance.id('period', recordedAt),
    organisation_id: id,
    name,
    name_folded: foldVietnamese(name),
    ...kind,
  };
  return {
    root: { id, path, foundedOn, name },
    found: [
      { table: 'organisation', rows: [unit] },
      { table: 'organisation_period', rows: [{ ...period, valid_from: foundedOn, recorded_at: recordedAt }] },
    ],
  };
}

function accountsToTry(cadres: readonly Cadre[]): DemoScaleReport['accounts'] {
  const isBelow = ({ unit }: Cadre) => unit.tier === 'grassroots' && unit.members >= 300;
  const chairs = ({ offices }: Cadre) => offices.some(({ title, to }) => title === 'chu-tich' && to === null);
  const kinds: [who: string, is: (cadre: Cadre) => boolean][] = [
    ['federation officer', ({ unit }) => unit.code === FEDERATION_CODE],
    ['school officer', ({ unit }) => unit.code === SCHOOL_CODE],
    ['officer of a superior union', ({ unit }) => unit.code === 'LG-01'],
    ['chair of a grassroots union', (cadre) => isBelow(cadre) && chairs(cadre)],
    ['learner', (cadre) => isBelow(cadre) && !chairs(cadre)],
  ];
  return kinds.flatMap(([who, is]) => {
    const found = cadres.find((cadre) => cadre.account && !cadre.account.isSuspended && is(cadre));
    return found?.account ? [{ who, name: `${found.fullName}, ${found.unit.name}`, login: found.account.phone }] : [];
  });
}
