import { ChoiceQuestion } from './question-choice.js';
import { ClozeQuestion } from './question-cloze.js';
import { EssayQuestion } from './question-essay.js';
import { MatchingQuestion } from './question-matching.js';
import { OrderingQuestion } from './question-ordering.js';
import type { QuestionProps } from './question-props.js';
import { TextQuestion } from './question-text.js';

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
    case 'ordering':
      return <OrderingQuestion {...props} />;
    case 'cloze':
      return <ClozeQuestion {...props} />;
    case 'essay':
      return <EssayQuestion {...props} />;
  }
}
