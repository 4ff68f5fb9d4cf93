import type { Draft } from '../api/drafts.js';

type Facts = Draft['course']['completion'];

/** By the slug of the quiz, as typed; who is not there need not be passed. */
export type PassPercents = Record<string, string>;

interface QuizRule {
  quiz: string;
  passPercent: number;
}

const isQuizRule = (rule: unknown): rule is QuizRule =>
  typeof rule === 'object' && rule !== null && 'quiz' in rule && 'passPercent' in rule;

function quizRulesOf({ quizzes }: Facts): QuizRule[] {
  return Array.isArray(quizzes) ? quizzes.filter(isQuizRule) : [];
}

/** The quizzes that the course asks to be passed. */
export function passPercentsOf(completion: Facts): PassPercents {
  return Object.fromEntries(quizRulesOf(completion).map(({ quiz, passPercent }) => [quiz, String(passPercent)]));
}

/** All lessons, these quizzes, and what else was asked before: scenarios, attendance. */
export function completionWith(former: Facts, percents: PassPercents): Facts {
  const { quizzes: _former, ...others } = former;
  const quizzes = Object.entries(percents).map(([quiz, percent]) => ({ quiz, passPercent: Number(percent) }));
  return { ...others, lessons: 'all', ...(quizzes.length > 0 ? { quizzes } : {}) };
}

/** What stands on the certificate; null when the course gives none. */
export function certificateOf(certificate: Draft['course']['certificate']): { title: { vi: string } } | null {
  const title: unknown = certificate?.['title'];
  if (typeof title !== 'object' || title === null || !('vi' in title)) return null;
  return { title: { ...title, vi: String(title.vi) } };
}
