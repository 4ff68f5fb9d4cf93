import { describe, expect, it } from '@jest/globals';
import type { AuditLine, UnitHistory } from '../api/types.js';
import { eventsOf, lifeOf } from './unit-history.js';

type Period = UnitHistory['periods'][number];

const FOUNDED = '2026-01-05T02:00:00.000Z';
const FIRST = '2026-02-01T02:00:00.000Z';
const SECOND = '2026-03-01T02:00:00.000Z';

const period = (given: Partial<Period>): Period => ({
  ...{ name: 'A', tier: 'grassroots', kind: 'cdcs', sector: 'state', parentId: 'p', parentName: 'Trên' },
  ...{ validFrom: '2020-01-01', validTo: null, decisionId: null, recordedAt: FOUNDED, supersededAt: null },
  ...given,
});

const history = (periods: Period[], headCounts: UnitHistory['headCounts'] = []): UnitHistory => ({
  ...{ id: 'u', periods, headCounts },
});

/** A from 2020; B from 2025, recorded first as X on the same day, then corrected. */
const corrected = history([
  period({ supersededAt: FIRST }),
  period({ validTo: '2025-07-01', recordedAt: FIRST }),
  period({ name: 'X', validFrom: '2025-07-01', recordedAt: FIRST, supersededAt: SECOND }),
  period({ name: 'B', validFrom: '2025-07-01', recordedAt: SECOND }),
]);

const line = (given: Partial<AuditLine>): AuditLine => ({
  ...{ id: 'l', action: 'organisation.rename-unit', actorId: 'officer', subjectKind: 'organisation', subjectId: 'u' },
  ...{ organisationId: 'u', details: { onDate: '2025-07-01' }, reason: null, occurredAt: SECOND, sealed: true },
  ...{ names: { officer: 'Võ Đình Khải' } },
  ...given,
});

describe('the story of a unit', () => {
  it('tells what stands with the day on which it was first recorded, and what was replaced when', () => {
    const told = eventsOf(corrected, []).map(({ kind, onDate, before, after, recordedAt, replacedAt }) => ({
      ...{ kind, onDate, before, after, recordedAt, replacedAt },
    }));
    expect(told).toEqual([
      { kind: 'renamed', onDate: '2025-07-01', before: 'A', after: 'B', recordedAt: SECOND, replacedAt: null },
      { kind: 'renamed', onDate: '2025-07-01', before: 'A', after: 'X', recordedAt: FIRST, replacedAt: SECOND },
      { kind: 'founded', onDate: '2020-01-01', before: null, after: 'A', recordedAt: FOUNDED, replacedAt: null },
    ]);
  });

  it('knows who wrote it down, by the act of that day and moment', () => {
    const lines = [
      line({ reason: 'sửa tên' }),
      line({ actorId: 'other', names: {}, occurredAt: FIRST }),
      line({ details: { onDate: '2024-01-01' } }),
    ];
    const [now, before, founding] = eventsOf(corrected, lines);
    expect(now).toMatchObject({ actor: { id: 'officer', name: 'Võ Đình Khải' }, reason: 'sửa tên' });
    expect(before).toMatchObject({ actor: { id: 'other', name: null }, reason: null });
    expect(founding?.actor).toBeNull();
  });

  it('tells moves, ends and counts', () => {
    const moved = history(
      [
        period({ validTo: '2025-01-01' }),
        period({ parentId: null, parentName: null, validFrom: '2025-01-01', validTo: '2026-01-01' }),
      ],
      [
        {
          ...{ countedOn: '2025-06-30', members: 4, workers: 5, decisionId: null },
          ...{ recordedAt: FIRST, supersededAt: null },
        },
      ],
    );
    expect(eventsOf(moved, []).map(({ kind, onDate, after }) => [kind, onDate, after])).toEqual([
      ['abolished', '2026-01-01', null],
      ['counted', '2025-06-30', null],
      ['moved', '2025-01-01', null],
      ['founded', '2020-01-01', 'A'],
    ]);
    expect(lifeOf(moved)).toEqual({ name: 'A', from: '2020-01-01', to: '2026-01-01' });
    expect(lifeOf(history([]))).toBeNull();
  });
});
