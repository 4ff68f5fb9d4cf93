import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, Injectable, Module } from '@nestjs/common';
import { DiscoveryModule, ModulesContainer } from '@nestjs/core';
import { Test } from '@nestjs/testing';
import { RouteAccessCheck } from '../src/platform/auth/route-access.check.js';
import { PERMISSIONS } from '../src/platform/auth/permissions.js';
import { JobHandler } from '../src/platform/jobs/job-handler.decorator.js';
import { JobRegistry } from '../src/platform/jobs/job-registry.js';
import { startTestApp, type TestApp } from './support/app.js';

function sourceFiles(dir: string): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file) && !/\.(d|spec)\.tsx?$/.test(file))
    .map((file) => join(dir, file));
}

describe('dependency graph', () => {
  it('reads every source file and finds no forbidden dependency', () => {
    const output = execFileSync(
      process.execPath,
      [
        'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
        'src',
        'web/src',
        '--config',
        '.dependency-cruiser.cjs',
        '--output-type',
        'json',
      ],
      { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
    );
    const { modules, summary } = JSON.parse(output) as {
      modules: { source: string }[];
      summary: { violations: { rule: { name: string }; from: string; to: string }[] };
    };
    const seen = new Set(modules.map((module) => module.source));
    // A linter that silently reads nothing passes everything.
    expect(sourceFiles('src').filter((file) => file !== 'src/metadata.ts' && !seen.has(file))).toEqual([]);
    expect(sourceFiles('web/src').filter((file) => !seen.has(file))).toEqual([]);
    expect(summary.violations.map((v) => `${v.rule.name}: ${v.from} → ${v.to}`)).toEqual([]);
  }, 60_000);

  it('lists the features lowest first, each using only those before it', () => {
    const features = JSON.parse(readFileSync('architecture.json', 'utf8')) as { name: string; mayUse: string[] }[];
    features.forEach((feature, index) => {
      const below = features.slice(0, index).map((other) => other.name);
      expect(below).toEqual(expect.arrayContaining(feature.mayUse));
    });
    const folders = readdirSync('src', { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && entry.name !== 'platform')
      .map((entry) => entry.name);
    expect(features.map((feature) => feature.name)).toEqual(expect.arrayContaining(folders));
  });
});

describe('the booted application', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startTestApp({ seed: false });
  });
  afterAll(() => app.stop());

  it('holds the module of every feature (else list it in src/app.module.ts)', () => {
    const held = new Set([...app.app.get(ModulesContainer).values()].map((module) => module.name));
    const written = sourceFiles('src')
      .filter((file) => file.endsWith('.module.ts'))
      .map((file) => /class (\w+)/.exec(readFileSync(file, 'utf8'))?.[1]);
    expect(written.length).toBeGreaterThan(10);
    expect(written.filter((name) => !held.has(String(name)))).toEqual([]);
  });

  it('guards every route, and every permission is used by a route (else see src/app.module.ts)', () => {
    const routes = app.app.get(RouteAccessCheck).routes();
    expect(routes.length).toBeGreaterThan(30);
    const used = new Set(routes.flatMap(({ access }) => (access && 'permission' in access ? [access.permission] : [])));
    expect(Object.keys(PERMISSIONS).filter((permission) => !used.has(permission as keyof typeof PERMISSIONS))).toEqual(
      [],
    );
  });

  it('answers the OpenAPI document that docs/openapi.json holds (else run "npm run openapi")', async () => {
    const built = execFileSync(process.execPath, ['scripts/openapi.mjs', '--print'], { encoding: 'utf8' });
    const committed = readFileSync('docs/openapi.json', 'utf8');
    expect(JSON.parse(committed)).toEqual(JSON.parse(built));
    const { paths } = JSON.parse(committed) as { paths: Record<string, Record<string, { operationId: string }>> };
    const operations = Object.values(paths).flatMap((methods) => Object.values(methods).map((op) => op.operationId));
    expect(new Set(operations).size).toBe(operations.length);
  }, 30_000);

  it('has no two DTOs that share a name: one would silently take the place of the other in the document', () => {
    const names = sourceFiles('src')
      .filter((file) => file.endsWith('.dto.ts'))
      .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^export class (\w+)/gm)].map((match) => match[1]));
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it('names jobs <feature>.<verb-object>, each of a feature that exists', () => {
    const folders = readdirSync('src');
    const platform = readdirSync('src/platform');
    const jobs = app.app.get(JobRegistry).all();
    expect(jobs.length).toBeGreaterThan(4);
    for (const job of jobs) {
      expect([...folders, ...platform]).toContain(job.name.split('.')[0]);
    }
  });

  it('ties every id column to its table by a foreign key', async () => {
    // Ids of things that live in several tables, in a device, or outside ours.
    const free = [
      'audit_entry.actor_id',
      'audit_entry.organisation_id',
      'audit_entry.subject_id',
      'audit_entry.trace_id',
      'audit_seal.row_id',
      'seal_pending.row_id',
      'law_citation.citer_id',
      'notification_delivery.batch_id',
      'outbox_entry.trace_id',
      'idempotency_record.user_id',
      'sync_item.user_id',
      'sync_item.device_id',
      'attendance_event.device_id',
      // A person or a unit, by the kind of the import.
      'import_row.subject_id',
      // Made by the browser, so that a save sent twice is one.
      'draft_save.save_id',
    ];
    const loose = await app.database.dataSource.query<{ name: string }[]>(
      `SELECT c.relname || '.' || a.attname AS name
         FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind = 'r' AND a.attname LIKE '%\\_id' AND a.attnum > 0 AND NOT a.attisdropped
          AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f' AND a.attnum = ANY (k.conkey))
        ORDER BY 1`,
    );
    expect(loose.map((row) => row.name)).toEqual(free.toSorted());
  });
});

describe('boot guards', () => {
  it('refuse a route without @Can or @Public', async () => {
    @Controller('open')
    class OpenController {
      @Get()
      read(): string {
        return 'anything';
      }
    }
    @Module({ imports: [DiscoveryModule], controllers: [OpenController], providers: [RouteAccessCheck] })
    class OpenModule {}
    const module = await Test.createTestingModule({ imports: [OpenModule] }).compile();
    await expect(module.init()).rejects.toThrow('OpenController.read: has neither @Can nor @Public');
  });

  it('refuse a job with two handlers', async () => {
    @Injectable()
    class TwiceJobs {
      @JobHandler('audit.do-twice', { queue: 'bulk' })
      async one(): Promise<void> {}

      @JobHandler('audit.do-twice', { queue: 'bulk' })
      async two(): Promise<void> {}
    }
    @Module({ imports: [DiscoveryModule], providers: [JobRegistry, TwiceJobs] })
    class TwiceModule {}
    const module = await Test.createTestingModule({ imports: [TwiceModule] }).compile();
    await expect(module.init()).rejects.toThrow('two handlers');
  });

  it('refuse to enqueue a job that nobody does', async () => {
    @Module({ imports: [DiscoveryModule], providers: [JobRegistry] })
    class EmptyModule {}
    const module = await Test.createTestingModule({ imports: [EmptyModule] }).compile();
    await module.init();
    expect(() => module.get(JobRegistry).get('audit.sing-song')).toThrow('no handler');
  });
});
