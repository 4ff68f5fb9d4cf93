import type { Text } from '../../../platform/problems/problem.js';
import type { ClozeBlankSource, QuestionSource } from '../../../question-bank/question-format.service.js';

/** Longer than the longest wrong option by this share and these characters: the right one is seen without reading. */
const LONGER_SHARE = 1.2;
const LONGER_CHARACTERS = 4;
/** Shorter than the shortest wrong option by this share. */
const SHORTER_SHARE = 0.6;

const CITES = /^vn(?:\.[a-z0-9]+)+$/;
/** Tag of a question that puts the learner into a situation instead of asking for a rule. */
export const SITUATION_TAG = 'tinh-huong';

export function citedBy({ tags }: QuestionSource): string[] {
  return tags.filter((tag) => CITES.test(tag));
}

const visibleLength = (text: string) => text.replaceAll(/[*_`]/g, '').trim().length;

/** What is wrong with a question beyond its grammar. */
export function questionFaults(question: QuestionSource): Text[] {
  const faults: Text[] = [];
  if (citedBy(question).length === 0) {
    faults.push({ vi: 'Câu hỏi chưa dẫn điều luật ([tag:vn.…]).', en: 'The question cites no article ([tag:vn.…]).' });
  }
  if (!question.generalFeedback) {
    faults.push({
      vi: 'Câu hỏi thiếu lời giải chung (####…).',
      en: 'The question lacks its general feedback (####…).',
    });
  }
  if (question.kind === 'cloze') return [...faults, ...question.blanks.flatMap(blankFaults)];
  if (question.kind !== 'choice') return faults;
  question.answers.forEach((answer, index) => {
    if (answer.percent > 0 || answer.feedback) return;
    faults.push({
      vi: `Phương án sai thứ ${index + 1} thiếu lời giải thích (#…).`,
      en: `Wrong option ${index + 1} lacks its feedback (#…).`,
    });
  });
  const giveaway = question.several ? null : lengthGiveaway(question.answers);
  return giveaway ? [...faults, giveaway] : faults;
}

function blankFaults(blank: ClozeBlankSource, index: number): Text[] {
  if (blank.kind !== 'choice' || blank.answers.every(({ percent, feedback }) => percent > 0 || feedback)) return [];
  return [
    {
      vi: `Chỗ trống ${index + 1} có phương án sai thiếu lời giải thích.`,
      en: `Gap ${index + 1} has a wrong option without its feedback.`,
    },
  ];
}

function lengthGiveaway(answers: { percent: number; text: { text: string } }[]): Text | null {
  const lengths = (right: boolean) =>
    answers.filter(({ percent }) => (percent === 100) === right).map(({ text }) => visibleLength(text.text));
  const [right = 0] = lengths(true);
  const wrong = lengths(false);
  if (right > Math.max(...wrong) * LONGER_SHARE + LONGER_CHARACTERS) {
    return { vi: 'Phương án đúng dài hơn hẳn nên dễ đoán.', en: 'The right option is given away by its length.' };
  }
  if (right < Math.min(...wrong) * SHORTER_SHARE) {
    return { vi: 'Phương án đúng ngắn hơn hẳn nên dễ đoán.', en: 'The right option is given away by being short.' };
  }
  return null;
}
