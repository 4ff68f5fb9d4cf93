import { useSearchParams } from 'wouter';
import { QUESTION_KINDS, type QuestionsAsked } from '../../api/questions.js';

export type BankFilter = 'tim' | 'dieu' | 'kho' | 'loai' | 'nhan' | 'khoa' | 'luat-doi' | 'xep';

export interface BankFilters {
  asked: QuestionsAsked;
  /** How many of them narrow the list, the words and the order not counted. */
  count: number;
  choose(key: BankFilter, value: string): void;
  clear(): void;
}

/** What is asked for stands in the address: it can be kept, sent and returned to. */
export function useBankFilters(): BankFilters {
  const [params, setParams] = useSearchParams();
  const given = (key: BankFilter): string | undefined => params.get(key) ?? undefined;
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
  const choose = (key: BankFilter, value: string): void =>
    setParams(
      (former) => {
        const next = new URLSearchParams(former);
        if (value) next.set(key, value);
        else next.delete(key);
        return next;
      },
      { replace: true },
    );
  return { asked, count, choose, clear: () => setParams({}, { replace: true }) };
}
