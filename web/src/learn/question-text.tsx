import { useCallback, useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Markup } from '../ui/markup.js';
import type { QuestionProps } from './question-props.js';
import styles from './question.module.css';

const TYPING_PAUSE_MS = 600;

/** Short answer and number: stored when the typing pauses, and when the field or the screen is left. */
export function TextQuestion({ question, response, onAnswer }: QuestionProps) {
  const t = useTranslations('attempt');
  const stemId = useId();
  const hintId = useId();
  const isNumber = question.kind === 'numeric';
  const given = response?.kind === 'short-answer' || response?.kind === 'numeric' ? response.text : '';
  const [text, setText] = useState(given);
  const latest = useRef({ text, onAnswer });
  const stored = useRef(given);
  useEffect(() => {
    latest.current = { text, onAnswer };
  }, [text, onAnswer]);
  const store = useCallback((): void => {
    const typed = latest.current.text;
    if (typed === stored.current) return;
    stored.current = typed;
    latest.current.onAnswer({ kind: isNumber ? 'numeric' : 'short-answer', text: typed.normalize('NFC') });
  }, [isNumber]);
  useEffect(() => {
    const timer = setTimeout(store, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, store]);
  useEffect(() => store, [store]);

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
