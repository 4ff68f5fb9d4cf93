import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  questionPreviewQuery,
  type PreviewedQuestion,
  type Question,
  type QuizPlace,
} from '../../api/draft-quizzes.js';
import type { AttemptQuestion, QuestionResponse } from '../../api/types.js';
import { QuestionView } from '../../ui/question/question-view.js';
import { Sheet } from '../../ui/sheet.js';
import { QueryView } from '../../ui/states.js';
import styles from './form.module.css';

/** As an attempt holds it, nothing shuffled: its author should find what was written. */
function asAttempted({ kind, body }: PreviewedQuestion): AttemptQuestion {
  const { stem, options, prompts, choices, unit, items, blanks, rubric, minimumWords, photo } = body;
  const texts = (all: string[]) => all.map((text, index) => ({ index, text }));
  const htmls = (all: string[]) => all.map((html, index) => ({ index, html }));
  return {
    ...{ questionId: 'preview', position: 1, kind, response: null, answeredAt: null, photos: [] },
    body: {
      ...{ stem, prompts, unit, rubric, minimumWords, photo },
      ...(options && { options: htmls(options) }),
      ...(choices && { choices: texts(choices) }),
      ...(items && { items: htmls(items) }),
      ...(blanks && {
        blanks: blanks.map((blank) => ({
          kind: blank.kind,
          ...(blank.choices && { choices: texts(blank.choices) }),
        })),
      }),
    },
  };
}

function Tried({ question }: { question: PreviewedQuestion }) {
  const [response, setResponse] = useState<QuestionResponse>();
  return <QuestionView question={asAttempted(question)} response={response} onAnswer={setResponse} />;
}

/** A question as the learner has it, made by the server; it can be tried, nothing is kept. */
export function QuestionPreview({ place, question }: { place: QuizPlace; question: Question }) {
  const preview = useQuery(questionPreviewQuery(place, question));
  return (
    <div className={styles.preview}>
      <QueryView query={preview} lines={5}>
        {(found) => <Tried key={JSON.stringify(found)} question={found} />}
      </QueryView>
    </div>
  );
}

interface PreviewSheetProps {
  place: QuizPlace;
  question: Question;
  onClose(): void;
}

export function PreviewSheet({ place, question, onClose }: PreviewSheetProps) {
  const t = useTranslations('quiz.form');
  return (
    <Sheet opened onClose={onClose} title={t('previewTitle')}>
      <p className={styles.soft}>{t('previewHint')}</p>
      <QuestionPreview place={place} question={question} />
    </Sheet>
  );
}
