import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Markup } from '../markup.js';
import type { QuestionProps } from './question-props.js';
import styles from './question.module.css';

/** Matching by a list under each item: works with thumbs, keyboards and screen readers alike. */
export function MatchingQuestion({ question, response, onAnswer }: QuestionProps) {
  const t = useTranslations('attempt');
  const id = useId();
  const { stem, prompts = [], choices = [] } = question.body;
  const chosen = response?.kind === 'matching' ? response.choices : prompts.map(() => null);
  const choose = (at: number, value: string): void => {
    const choice = value === '' ? null : Number(value);
    onAnswer({
      kind: 'matching',
      choices: prompts.map((_, index) => (index === at ? choice : (chosen[index] ?? null))),
    });
  };
  return (
    <fieldset className={styles.fieldset}>
      <legend className={styles.stem}>
        <Markup as="span" html={stem} />
      </legend>
      <ol className={styles.pairs}>
        {prompts.map((prompt, index) => (
          <li key={prompt}>
            <Markup id={`${id}-${index}`} className={styles.prompt} html={prompt} />
            <select
              className={styles.input}
              aria-labelledby={`${id}-${index}`}
              value={chosen[index] ?? ''}
              onChange={(event) => choose(index, event.target.value)}
            >
              <option value="">{t('choose')}</option>
              {choices.map((choice) => (
                <option key={choice.index} value={choice.index} lang="vi">
                  {choice.text}
                </option>
              ))}
            </select>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}
