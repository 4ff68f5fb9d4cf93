import type { EntityManager } from 'typeorm';
import { CHAINS_ON_A_DAY } from './organisation.queries.js';

/** What the database finds wrong with a unit's place in the tree of some day. */
export type TreeFault = 'cycle' | 'outside-parent' | 'children-left';

/** Lets one transaction at a time change the tree; to be taken before anything about it is read or the clock asked. */
export async function lockTree(tx: EntityManager): Promise<void> {
  await tx.query('SELECT lock_organisation_tree()');
}

/** The check that the database makes at the end of the transaction, asked early for an answer in words. */
export async function treeFault(tx: EntityManager, unitId: string): Promise<TreeFault | null> {
  const [row] = await tx.query<{ fault: TreeFault | null }[]>('SELECT organisation_tree_fault($1) AS fault', [unitId]);
  return row?.fault ?? null;
}

/**
 * The chain of ids from the root to each unit on a day (YYYY-MM-DD), as known at an instant or, when null, now.
 * Unknown ids are absent.
 */
export async function chainsOf(
  executor: EntityManager,
  ids: readonly string[],
  onDate: string,
  known: Date | null = null,
): Promise<Map<string, string[]>> {
  const rows = await executor.query<{ id: string; chain: string[] }[]>(CHAINS_ON_A_DAY, [ids, onDate, known]);
  return new Map(rows.map(({ id, chain }) => [id, chain]));
}
