import { QUESTION_KINDS, type QuestionsAsked } from '../../api/questions.js';
import { useAsked } from '../../ui/use-asked.js';

export type BankFilter = 'tim' | 'dieu' | 'kho' | 'loai' | 'nhan' | 'khoa' | 'luat-doi' | 'xep';

export interface BankFilters {
  asked: QuestionsAsked;
  /** How many of them narrow the list, the words and the order not counted. */
  count: number;
  choose(key: BankFilter, value: string): void;
  clear(): void;
}

/** What the bank is asked for, as its address says. */
export function useBankFilters(): BankFilters {
  const { given, ...act } = useAsked<BankFilter>();
  const difficulty = Number(given('kho'));
  const asked: QuestionsAsked = {
    q: given('tim'),
    article: given('dieu'),
    difficulty: [1, 2, 3].includes(difficulty) ? difficulty : undefined,
    kind: QUESTION_KINDS.find((kind) => kind === given('loai')),
    tag: given('nhan'),
    course: given('khoa'),
    flagged: given('luat-doi') === 'co' ? 'true' : undefined,
    order: given('xep') === 'sai' ? 'missed' : undefined,
  };
  const { article, kind, tag, course, flagged } = asked;
  const count = [article, asked.difficulty, kind, tag, course, flagged].filter((value) => value !== undefined).length;
  return { asked, count, ...act };
}
