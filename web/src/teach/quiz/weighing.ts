import { numberOf, numeral } from './numerals.js';

/** What a wrong option costs in a question with several right ones: nothing, a right one's share, or everything. */
export type Penalty = 'none' | 'share' | 'all';

/** An option as far as points go; `percent` as it is typed. */
interface Weighed {
  percent: string;
}

const DECIMALS = 5;
/** 33.33333 for thirds, as Moodle writes it. */
const shareOf = (count: number): number => Number((100 / Math.max(count, 1)).toFixed(DECIMALS));
const valueOf = ({ percent }: Weighed): number => numberOf(percent) ?? 0;

export const isRight = (option: Weighed): boolean => valueOf(option) > 0;

function priceOf(penalty: Penalty, share: number): number {
  if (penalty === 'none') return 0;
  return penalty === 'all' ? -100 : -share;
}

/** Points by what is right alone: whole for the only right one, equal shares for several. */
export function weighed<T extends Weighed>(options: T[], rule: { several: boolean; penalty: Penalty }): T[] {
  const share = rule.several ? shareOf(options.filter(isRight).length) : 100;
  const price = rule.several && options.some(isRight) ? priceOf(rule.penalty, share) : 0;
  return options.map((option) => ({ ...option, percent: numeral((isRight(option) ? share : price) + 0) }));
}

/** The rule that gives exactly these points; null when the author weighs every option by hand. */
export function penaltyOf(options: Weighed[], several: boolean): Penalty | null {
  const rights = options.filter(isRight).length;
  if (several ? rights === 0 : rights !== 1) return options.every((option) => valueOf(option) === 0) ? 'share' : null;
  const penalties: Penalty[] = several ? ['share', 'none', 'all'] : ['share'];
  return (
    penalties.find((penalty) =>
      weighed(options, { several, penalty }).every((option, at) => valueOf(option) === valueOf(options[at] ?? option)),
    ) ?? null
  );
}
