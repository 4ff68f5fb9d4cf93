import type { Text } from '../../platform/problems/problem.js';
import type { Loss } from './lesson-blocks.js';

/** More would not be read; the last line says how many were left out. */
const MOST_LOSSES = 200;

/** Collects losses below the heading that is being read; the same thing below the same heading is said once, with a count. */
export class LossList {
  /** The heading that stands above what is being read. */
  where: string | null = null;
  private readonly found = new Map<string, { loss: Loss; count: number }>();

  add(what: Text, where: string | null = this.where): void {
    const key = JSON.stringify([where, what.vi]);
    const known = this.found.get(key);
    if (known) known.count += 1;
    else this.found.set(key, { loss: { what, where }, count: 1 });
  }

  list(): Loss[] {
    const all = [...this.found.values()].map(({ loss, count }) => (count === 1 ? loss : counted(loss, count)));
    if (all.length <= MOST_LOSSES) return all;
    const more = all.length - MOST_LOSSES;
    return [
      ...all.slice(0, MOST_LOSSES),
      { what: { vi: `Còn ${more} điều khác không kể ra hết.`, en: `${more} more are not listed.` }, where: null },
    ];
  }
}

function counted({ what, where }: Loss, count: number): Loss {
  return { what: { vi: `${what.vi} (${count} chỗ)`, en: `${what.en} (${count} times)` }, where };
}

/** At most 80 characters of a text, to be shown between quotation marks. */
export function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= 80 ? line : `${[...line].slice(0, 79).join('').trimEnd()}…`;
}
