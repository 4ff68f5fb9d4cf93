import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Markup } from '../markup.js';
import styles from './question-parts.module.css';
import type { QuestionProps } from './question-props.js';
import shared from './question.module.css';
import { useTyping } from './use-typing.js';

const wordsIn = (text: string): number => text.split(/\s+/).filter((word) => word !== '').length;

/** A text that a lecturer grades, with what it is graded by. */
export function EssayQuestion({ question, response, onAnswer }: QuestionProps) {
  const t = useTranslations('attempt');
  const stemId = useId();
  const countId = useId();
  const { stem, rubric = [], minimumWords } = question.body;
  const given = response?.kind === 'essay' ? response.text : '';
  const [text, setText, store] = useTyping(given, (typed) => onAnswer({ kind: 'essay', text: typed.normalize('NFC') }));
  const words = wordsIn(text);
  return (
    <div className={shared.fieldset}>
      <Markup className={shared.stem} id={stemId} html={stem} />
      <div>
        <p className={shared.hint}>{t('rubricTitle')}</p>
        <ul className={styles.rubric}>
          {rubric.map(({ criterion, points }) => (
            <li key={criterion}>
              <Markup as="span" html={criterion} /> {t('rubricPoints', { points })}
            </li>
          ))}
        </ul>
      </div>
      <textarea
        className={styles.essay}
        aria-labelledby={stemId}
        aria-describedby={countId}
        maxLength={20_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onBlur={store}
      />
      <p className={shared.hint} id={countId}>
        {minimumWords === undefined ? t('words', { words }) : t('wordsOf', { words, minimum: minimumWords })}
      </p>
    </div>
  );
}
