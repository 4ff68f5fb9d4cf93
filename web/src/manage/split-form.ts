import { useForm, type UseFormReturnType } from '@mantine/form';
import type { Split, Unit } from '../api/types.js';
import { unitLike, useWithTier, type TypedUnit } from './new-unit-fields.js';
import { undecided, useActOf, type Decided } from './reform-fields.js';
import { useActChecks } from './unit-act-form.js';

export interface TypedPart extends TypedUnit {
  members: string;
  workers: string;
}

/** Which part somebody or something goes to, by its place among the parts; absent: stays, or goes with the first part. */
export type Assigned = Record<string, number>;

export interface Splitting extends Decided {
  /** Chia: the unit ends. Tách: it goes on with the rest. */
  ends: 'no' | 'yes';
  parts: TypedPart[];
  children: Assigned;
  people: Assigned;
}

export type SplitForm = UseFormReturnType<Splitting>;

export const newPart = (unit: Unit): TypedPart => ({ ...unitLike(unit), members: '', workers: '' });

export function useSplitForm(unit: Unit): SplitForm {
  const { needed, number } = useActChecks();
  return useForm<Splitting>({
    initialValues: { ...undecided(), ends: 'no', parts: [newPart(unit)], children: {}, people: {} },
    validate: { onDate: needed, parts: { name: needed, code: needed, members: number, workers: number } },
  });
}

/** Ids of those that go to a part. */
export const assignedTo = (assigned: Assigned, part: number): string[] =>
  Object.entries(assigned)
    .filter(([, to]) => to === part)
    .map(([id]) => id);

const headsOf = (text: string): number => (/^\d{1,9}$/.test(text.trim()) ? Number(text.trim()) : 0);

/** Members and workers that no part was given; negative when the parts were given too many. */
export function restOf(unit: Unit, parts: readonly TypedPart[]): { members: number; workers: number } {
  const given = (field: 'members' | 'workers') => parts.reduce((sum, part) => sum + headsOf(part[field]), 0);
  return {
    members: (unit.headCount?.members ?? 0) - given('members'),
    workers: (unit.headCount?.workers ?? 0) - given('workers'),
  };
}

/** The form as the server takes it. */
export function useSplitOf(): (splitting: Splitting) => Split {
  const withTier = useWithTier();
  const actOf = useActOf();
  return ({ ends, parts, children, people, ...decided }) => ({
    ...actOf(decided),
    ends: ends === 'yes',
    parts: parts.map((part, index) => ({
      ...withTier(part),
      ...{ members: headsOf(part.members), workers: headsOf(part.workers) },
      ...{ childIds: assignedTo(children, index), personIds: assignedTo(people, index) },
    })),
  });
}
