import type { AttemptQuestion, QuestionResponse } from '../../api/types.js';

export interface QuestionProps {
  question: AttemptQuestion;
  response: QuestionResponse | undefined;
  onAnswer(response: QuestionResponse): void;
}
