import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { Markup } from '../markup.js';
import type { QuestionProps } from './question-props.js';
import styles from './question.module.css';
import { useTyping } from './use-typing.js';

/** Short answer and number. */
export function TextQuestion({ question, response, onAnswer }: QuestionProps) {
  const t = useTranslations('attempt');
  const stemId = useId();
  const hintId = useId();
  const isNumber = question.kind === 'numeric';
  const given = response?.kind === 'short-answer' || response?.kind === 'numeric' ? response.text : '';
  const [text, setText, store] = useTyping(given, (typed) =>
    onAnswer({ kind: isNumber ? 'numeric' : 'short-answer', text: typed.normalize('NFC') }),
  );

  return (
    <div className={styles.fieldset}>
      <Markup className={styles.stem} id={stemId} html={question.body.stem} />
      <div className={styles.typing}>
        <input
          type="text"
          className={styles.input}
          inputMode={isNumber ? 'decimal' : 'text'}
          data-number={isNumber || undefined}
          aria-labelledby={stemId}
          aria-describedby={hintId}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={store}
        />
        {question.body.unit && <span lang="vi">{question.body.unit}</span>}
      </div>
      <p className={styles.hint} id={hintId}>
        {isNumber ? t('numberHint') : t('shortHint')}
      </p>
    </div>
  );
}
