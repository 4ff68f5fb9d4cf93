import type { Text } from '../../platform/problems/problem.js';
import type { QuestionSource } from './question-source.js';

/**
 * Moodle's short answers often end in `*`, which catches every other answer for no points, to say something to it. That
 * is told here with the general feedback, which everybody reads after answering.
 */
export function withoutCatchAll(question: QuestionSource): { question: QuestionSource; moved: Text | null } {
  if (question.kind !== 'short-answer') return { question, moved: null };
  const isCatchAll = ({ text, percent }: { text: string; percent: number }) => text === '*' && percent <= 0;
  const caught = question.answers.find(isCatchAll);
  if (!caught) return { question, moved: null };
  const answers = question.answers.filter((answer) => !isCatchAll(answer));
  const { feedback } = caught;
  const general = question.generalFeedback;
  if (feedback === null) return { question: { ...question, answers }, moved: null };
  if (general !== null && general.format !== feedback.format) {
    return { question: { ...question, answers }, moved: lost(feedback.text) };
  }
  const text = [...(general ? [general.text] : []), `Nếu chưa đúng: ${feedback.text}`].join('\n');
  return { question: { ...question, answers, generalFeedback: { format: feedback.format, text } }, moved: MOVED };
}

const MOVED: Text = {
  vi: 'Nhận xét cho mọi câu trả lời khác (dấu *) được chuyển vào phần nhận xét chung.',
  en: 'What is said to every other answer (*) was moved into the general feedback.',
};

function lost(text: string): Text {
  return {
    vi: `Nhận xét cho mọi câu trả lời khác (dấu *) không được đưa vào: "${text.slice(0, 500)}"`,
    en: `What is said to every other answer (*) is not taken over: "${text.slice(0, 500)}"`,
  };
}
