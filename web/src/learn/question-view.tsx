import type { AttemptQuestion, QuestionResponse } from '../api/types.js';
import { ChoiceQuestion } from './question-choice.js';
import { MatchingQuestion } from './question-matching.js';
import { TextQuestion } from './question-text.js';

export interface QuestionProps {
  question: AttemptQuestion;
  response: QuestionResponse | undefined;
  onAnswer(response: QuestionResponse): void;
}

/** One question of any kind; the answer leaves through `onAnswer` at every change. */
export function QuestionView(props: QuestionProps) {
  switch (props.question.kind) {
    case 'single':
    case 'multiple':
    case 'true-false':
      return <ChoiceQuestion {...props} />;
    case 'short-answer':
    case 'numeric':
      return <TextQuestion {...props} />;
    case 'matching':
      return <MatchingQuestion {...props} />;
  }
}
