import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withEntered, type ParsedVersion } from './amendment.rules.js';

const version = (validFrom: string, validTo: string | null, summary = `từ ${validFrom}`): ParsedVersion => ({
  ...{ validFrom, validTo, summary, amended: null, note: null },
  confidence: 'source',
  sources: [],
});

const days = (versions: ParsedVersion[]) => versions.map(({ validFrom, validTo }) => [validFrom, validTo]);

describe('withEntered', () => {
  it('puts an entered wording behind the last one of the files', () => {
    const { versions, kept } = withEntered(
      [version('2021-01-01', null)],
      [{ on: '2026-01-01', version: version('2026-01-01', null) }],
    );
    expect(days(versions)).toEqual([
      ['2021-01-01', '2026-01-01'],
      ['2026-01-01', null],
    ]);
    expect(kept).toEqual([]);
  });

  it('lets files add what comes later', () => {
    const { versions } = withEntered(
      [version('2021-01-01', '2026-07-01'), version('2026-07-01', null)],
      [{ on: '2026-01-01', version: version('2026-01-01', null) }],
    );
    expect(days(versions)).toEqual([
      ['2021-01-01', '2026-01-01'],
      ['2026-01-01', '2026-07-01'],
      ['2026-07-01', null],
    ]);
  });

  it('keeps what was entered against files that say otherwise, and says so', () => {
    const entered = { on: '2026-01-01', version: version('2026-01-01', null, 'cán bộ ghi') };
    const files = [version('2021-01-01', '2026-01-01'), version('2026-01-01', null, 'tệp ghi')];
    const { versions, kept } = withEntered(files, [entered]);
    expect(versions.at(-1)?.summary).toBe('cán bộ ghi');
    expect(kept).toEqual(['2026-01-01']);
    expect(withEntered([version('2021-01-01', '2026-01-01'), entered.version], [entered]).kept).toEqual([]);
  });

  it('ends an article that an officer recorded as replaced, unless files know of a later wording', () => {
    const end = { on: '2026-09-10', version: null };
    expect(days(withEntered([version('2022-01-17', null)], [end]).versions)).toEqual([['2022-01-17', '2026-09-10']]);
    const later = withEntered([version('2022-01-17', '2026-10-01'), version('2026-10-01', null)], [end]);
    expect(days(later.versions)).toEqual([
      ['2022-01-17', '2026-10-01'],
      ['2026-10-01', null],
    ]);
    expect(later.kept).toEqual(['2026-09-10']);
  });

  it('never lets versions overlap, and loses no entered wording', () => {
    const day = fc.integer({ min: 2000, max: 2040 }).map((year) => `${year}-01-01`);
    const starts = fc.uniqueArray(day, { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(starts, starts, fc.boolean(), (ofFiles, ofOfficers, isOpen) => {
        const sorted = [...ofFiles].sort();
        const parsed = sorted.map((from, at) =>
          version(from, sorted[at + 1] ?? (isOpen ? null : '2050-01-01'), `tệp ${from}`),
        );
        const entered = ofOfficers.map((on) => ({ on, version: version(on, null, `ghi ${on}`) }));
        const { versions, kept } = withEntered(parsed, entered);
        for (const [at, { validFrom, validTo }] of versions.entries()) {
          const next = versions[at + 1];
          expect(validTo === null || validFrom < validTo).toBe(true);
          if (next) expect(validTo !== null && validTo <= next.validFrom).toBe(true);
        }
        for (const { on } of entered)
          expect(versions.find(({ validFrom }) => validFrom === on)?.summary).toBe(`ghi ${on}`);
        expect(kept.sort()).toEqual(ofOfficers.filter((on) => ofFiles.includes(on)).sort());
      }),
    );
  });
});
