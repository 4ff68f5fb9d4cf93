import { useId, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import type { AttemptQuestion, QuestionResponse } from '../../api/types.js';
import { Markup } from '../markup.js';
import type { QuestionProps } from './question-props.js';
import styles from './question.module.css';

interface Row {
  key: string;
  content: ReactNode;
  checked: boolean;
  response(): QuestionResponse;
}

function chosenOf(response: QuestionResponse | undefined): number[] {
  if (response?.kind === 'single') return [response.option];
  return response?.kind === 'multiple' ? response.options : [];
}

function toggled(chosen: number[], index: number): number[] {
  return chosen.includes(index) ? chosen.filter((other) => other !== index) : [...chosen, index].sort((a, b) => a - b);
}

/** The rows that can be tapped; each knows the answer that tapping it gives. */
function rowsOf(question: AttemptQuestion, response: QuestionResponse | undefined, words: [string, string]): Row[] {
  if (question.kind === 'true-false') {
    return [true, false].map((value) => ({
      key: String(value),
      content: words[value ? 0 : 1],
      checked: response?.kind === 'true-false' && response.value === value,
      response: () => ({ kind: 'true-false', value }),
    }));
  }
  const chosen = chosenOf(response);
  return (question.body.options ?? []).map(({ index, html }) => ({
    key: String(index),
    content: <Markup as="span" html={html} />,
    checked: chosen.includes(index),
    response: () =>
      question.kind === 'single'
        ? { kind: 'single', option: index }
        : { kind: 'multiple', options: toggled(chosen, index) },
  }));
}

/** Single and multiple choice and true or false: the whole row can be tapped. */
export function ChoiceQuestion({ question, response, onAnswer }: QuestionProps) {
  const t = useTranslations('attempt');
  const name = useId();
  const isMultiple = question.kind === 'multiple';
  const rows = rowsOf(question, response, [t('true'), t('false')]);
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.stem}>
        <Markup as="span" html={question.body.stem} />
      </legend>
      {isMultiple && <p className={styles.hint}>{t('severalHint')}</p>}
      <div className={styles.rows}>
        {rows.map((row) => (
          <label key={row.key} className={styles.row}>
            <input
              type={isMultiple ? 'checkbox' : 'radio'}
              name={name}
              checked={row.checked}
              onChange={() => onAnswer(row.response())}
            />
            <span>{row.content}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
