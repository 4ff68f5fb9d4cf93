import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.js';
import { CatalogueService } from './catalogue/catalogue.service.js';
import { HANDBOOK_FORMATS } from './catalogue/entities/handbook.entity.js';
import { HandbookMakingService } from './catalogue/handbook-making.service.js';
import { HandbookService } from './catalogue/handbook.service.js';
import { checkContent } from './interchange/content/check/content-check.js';
import { faultLine } from './authoring/course-format.service.js';
import { ContentExportService } from './interchange/content/content-export.service.js';
import { ContentImportService } from './interchange/content/content-import.service.js';
import { DemoScaleService } from './interchange/demo-scale/demo-scale.service.js';
import { ReformPlanService } from './interchange/reform/reform-plan.service.js';
import { Sealer } from './platform/audit/sealer.js';
import { loadConfig, secretFromEnvironment, type Config } from './platform/config/config.js';
import { backup } from './platform/database/backup.js';
import { openDatabase } from './platform/database/connect.js';
import { restore } from './platform/database/restore.js';
import { createLogger } from './platform/logging/logger.js';
import { Problem } from './platform/problems/problem.js';
import { LawImpactService, type LawImpact, type LiveCiter } from './question-bank/law-impact.service.js';
import { openPlatform } from './runtime.js';
import { ENTITIES } from './schema.js';

const USAGE = `Usage: npm run cli -- <command>
  backup <file> [--passphrase-env NAME]    everything into one archive (keys only with a passphrase)
  restore <file> [--passphrase-env NAME]   into an empty database and data folder, before the first start
                 [--without-keys]          leaves the archive's keys out
  content check                            law and courses of CONTENT_DIR as an editor would; no database; exit 1 on a fault
  content import                           law and courses from CONTENT_DIR
  content export <course> <folder>         the files of a course's current revision, to <folder>/<course>
  demo [--units 1200] [--people 60000]     an invented federation, the same for the same seed; never in production
       [--seed 7] [--as-of 2026-10-31]     as-of: the day on which its story ends
  handbook <course> [--out folder]         the current revision as a book; every format unless one is named
           [--format epub|pdf-a4|pdf-a5]
  reform <plan.yaml> [--dry-run]           founds, splits, merges, moves and abolishes units on a day; the dry run says what moves where
  law impact <article>                     what cites an article, such as vn.blld.2019.d188, and in which version
             [--version-from YYYY-MM-DD]   only what was written against the version of that day
  audit verify                             checks every sealed row and every checkpoint; exit 1 on a fault
  audit checkpoint                         seals and signs the heads of the chains now
`;

type Services = {
  sealer: Sealer;
  content: ContentImportService;
  contentExport: ContentExportService;
  demo: DemoScaleService;
  reform: ReformPlanService;
  catalogue: CatalogueService;
  handbooks: HandbookService;
  making: HandbookMakingService;
  impact: LawImpactService;
  config: Config;
};

/** A day of its own, not today: the same command makes the same rows whenever it is given. */
const DEMO_DEFAULTS = { units: '1200', people: '60000', seed: '7', 'as-of': '2026-10-31' };

/** Runs a command inside the application's context, without HTTP and without taking jobs. */
async function withServices(run: (services: Services) => Promise<number>): Promise<number> {
  const config = loadConfig();
  config.ROLE = 'api';
  const parts = await openPlatform(config, { logger: createLogger('warn', process.stderr), besideRunning: true });
  const app = await NestFactory.createApplicationContext(AppModule.register(parts), { logger: false });
  try {
    return await run({
      sealer: app.get(Sealer),
      content: app.get(ContentImportService),
      contentExport: app.get(ContentExportService),
      demo: app.get(DemoScaleService),
      reform: app.get(ReformPlanService),
      catalogue: app.get(CatalogueService),
      handbooks: app.get(HandbookService),
      making: app.get(HandbookMakingService),
      impact: app.get(LawImpactService),
      config,
    });
  } finally {
    await app.close();
    await parts.dataSource.destroy();
    await parts.database.stop();
  }
}

function print(value: unknown): void {
  process.stdout.write(`${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}\n`);
}

async function verifyAudit({ sealer }: Services): Promise<number> {
  const faults = await sealer.verify();
  print(faults.length === 0 ? 'Every sealed row and checkpoint is intact.' : faults);
  return faults.length === 0 ? 0 : 1;
}

async function checkpoint({ sealer }: Services): Promise<number> {
  await sealer.seal();
  await sealer.writeCheckpoint();
  return 0;
}

async function importContent({ content, config }: Services): Promise<number> {
  const report = await content.importAll(config.CONTENT_DIR);
  print([report.summary, ...report.faults.map(faultLine)].join('\n'));
  return report.faults.length === 0 ? 0 : 1;
}

async function exportContent({ contentExport }: Services, slug: string, folder: string): Promise<number> {
  const files = await contentExport.export(slug, folder);
  print(`${files.length} files written to ${join(folder, slug)}`);
  return 0;
}

/** What a lecturer's editor would send back, without a database. */
async function judgeContent(): Promise<number> {
  const { faults, figures } = await checkContent(loadConfig().CONTENT_DIR);
  for (const fault of faults) print(faultLine(fault));
  const { courses, lessons, questions, situations, citations, quotedFigures } = figures;
  print(
    `${courses} courses, ${lessons} lessons, ${questions} questions (${situations} situations), ${citations} citations, ` +
      `${quotedFigures} quoted figures: ${faults.length} faults`,
  );
  return faults.length === 0 ? 0 : 1;
}

type DemoOptions = Partial<Record<keyof typeof DEMO_DEFAULTS, string>>;

/** Progress goes to standard error, the accounts to standard output. */
async function makeDemo({ content, demo, config }: Services, options: DemoOptions): Promise<number> {
  const { units, people, seed, 'as-of': asOf } = { ...DEMO_DEFAULTS, ...options };
  const began = performance.now();
  const say = (line: string) => {
    process.stderr.write(`· ${((performance.now() - began) / 1000).toFixed(1).padStart(5)} s  ${line}\n`);
  };
  const scale = { units: Number(units), people: Number(people), seed: Number(seed), asOf };
  demo.check(scale);
  say(`content: ${(await content.importAll(config.CONTENT_DIR)).summary}`);
  const { accounts, password } = await demo.make(scale, say);
  say('done');
  print(
    [
      `Password of every account: ${password}`,
      ...accounts.map((each) => `${each.login}  ${each.who}: ${each.name}`),
    ].join('\n'),
  );
  return 0;
}

async function reformUnits({ reform, config }: Services, file: string, dryRun: boolean): Promise<number> {
  const { state, text } = await reform.carryOutFile({ file, contentDir: config.CONTENT_DIR, dryRun });
  print(text);
  return state === 'refused' ? 1 : 0;
}

/** Asks for each as a reader would and makes it at once; the job that is asked for as well finds it done. */
async function writeHandbooks(
  { catalogue, handbooks, making }: Services,
  { slug, format, folder }: { slug: string; format: string | undefined; folder: string },
): Promise<number> {
  const formats = HANDBOOK_FORMATS.filter((each) => format === undefined || each === format);
  if (formats.length === 0) throw new Error(`--format is one of ${HANDBOOK_FORMATS.join(', ')}`);
  const slugs = (await catalogue.courses()).map(({ course }) => course.slug);
  if (!slugs.includes(slug)) throw new Error(`No published course "${slug}". There are: ${slugs.join(', ') || 'none'}`);
  await mkdir(folder, { recursive: true });
  for (const each of formats) {
    const began = performance.now();
    const { handbook } = await handbooks.request(slug, { format: each });
    await making.make(handbook.id);
    const { bytes, fileName } = await handbooks.file(handbook.id);
    await writeFile(join(folder, fileName), bytes);
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    print(`${join(folder, fileName)}  ${(bytes.length / 1e6).toFixed(2)} MB  ${seconds} s`);
  }
  return 0;
}

const CITER_NAMES = { lesson: 'Lesson', scenario: 'Scenario', question: 'Question' } as const;

function citerLine({ kind, title, code, courseTitle, ...citer }: LiveCiter): string {
  const within = citer.moduleTitle?.vi ?? citer.quizzes?.map((quiz) => quiz.title.vi).join(', ') ?? '';
  const name = code === null ? title.vi : `${code}: ${title.vi}`;
  const version = `of ${citer.validFrom}${citer.isOutdated ? `, NO LONGER IN FORCE since ${citer.validTo ?? ''}` : ''}`;
  return `${CITER_NAMES[kind]}  ${name}\n    ${courseTitle.vi} › ${within}  ${citer.link}\n    version ${version}`;
}

/** What cites an article, page after page. */
async function showImpact({ impact }: Services, code: string, versionFrom?: string): Promise<number> {
  if (versionFrom !== undefined && !/^\d{4}-\d{2}-\d{2}$/.test(versionFrom)) {
    throw new Error('--version-from is a day: YYYY-MM-DD');
  }
  let page: LawImpact = await impact.of(code, { versionFrom });
  const { article, document } = page.article;
  const { lessons, scenarios, questions, outdated, retired } = page.counts;
  print(`Điều ${article.number}. ${article.title} (${document.title} ${document.number})`);
  for (;;) {
    for (const citer of page.items) print(citerLine(citer));
    if (page.nextCursor === null) break;
    page = await impact.of(code, { versionFrom, cursor: page.nextCursor });
  }
  print(
    `${lessons} lessons, ${scenarios} scenarios, ${questions} questions; ${outdated} of them written against a version no ` +
      `longer in force; ${retired} citers in retired revisions, not listed`,
  );
  return 0;
}

interface ArchiveRequest {
  kind: 'backup' | 'restore';
  file: string;
  passphrase: string | undefined;
  withoutKeys: boolean;
}

async function archive({ kind, withoutKeys, ...request }: ArchiveRequest): Promise<number> {
  const config = loadConfig();
  const beside = { besideRunning: kind === 'backup' };
  const database = await openDatabase(config, createLogger('warn', process.stderr), beside);
  try {
    const options = { ...request, ownerUrl: database.ownerUrl, dataDir: config.DATA_DIR };
    print(kind === 'backup' ? await backup(options) : await restore({ ...options, withoutKeys, entities: ENTITIES }));
    return 0;
  } finally {
    await database.stop();
  }
}

const COMMANDS: Record<string, ((services: Services) => Promise<number>) | undefined> = {
  'content import': importContent,
  'audit verify': verifyAudit,
  'audit checkpoint': checkpoint,
};

async function run(argv: string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const demoOptions = { units: text, people: text, seed: text, 'as-of': text };
  const options = {
    ...demoOptions,
    format: text,
    out: text,
    'passphrase-env': text,
    'without-keys': flag,
    'dry-run': flag,
    'version-from': text,
  } as const;
  const { positionals, values } = parseArgs({ args: argv, options, allowPositionals: true });
  const [first = '', second = '', third = '', fourth = ''] = positionals;
  if ((first === 'backup' || first === 'restore') && second) {
    const name = values['passphrase-env'];
    const passphrase = name === undefined ? undefined : secretFromEnvironment(name);
    return archive({ kind: first, file: second, passphrase, withoutKeys: values['without-keys'] ?? false });
  }
  if (first === 'content' && second === 'check') return judgeContent();
  if (first === 'content' && second === 'export' && third && fourth) {
    return withServices((services) => exportContent(services, third, fourth));
  }
  if (first === 'demo' && second === '') return withServices((services) => makeDemo(services, values));
  if (first === 'handbook' && second) {
    const { format, out: folder = '.' } = values;
    return withServices((services) => writeHandbooks(services, { slug: second, format, folder }));
  }
  if (first === 'reform' && second) {
    return withServices((services) => reformUnits(services, second, values['dry-run'] ?? false));
  }
  if (first === 'law' && second === 'impact' && third) {
    return withServices((services) => showImpact(services, third, values['version-from']));
  }
  const command = COMMANDS[`${first} ${second}`];
  if (command) return withServices(command);
  process.stderr.write(USAGE);
  return 2;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  const said = error instanceof Problem ? error.detail.en : error instanceof Error ? error.message : String(error);
  process.stderr.write(`${said}\n`);
  process.exitCode = 1;
}
