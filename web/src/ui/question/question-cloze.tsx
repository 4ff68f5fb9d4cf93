import { useCallback, useState } from 'react';
import { createPortal } from 'react-dom';
import { useTranslations } from 'use-intl';
import type { AttemptQuestion } from '../../api/types.js';
import { Markup } from '../markup.js';
import styles from './question-parts.module.css';
import type { QuestionProps } from './question-props.js';
import shared from './question.module.css';
import { useTyping } from './use-typing.js';

type Value = number | string | null;

interface GapProps {
  gap: NonNullable<AttemptQuestion['body']['blanks']>[number];
  number: number;
  value: Value;
  onChange(value: Value): void;
  onBlur(): void;
}

function Gap({ gap, number, value, onChange, onBlur }: GapProps) {
  const t = useTranslations('attempt');
  const label = t('gap', { number });
  if (gap.kind === 'choice') {
    return (
      <select
        className={styles.gap}
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value === '' ? null : Number(event.target.value))}
        onBlur={onBlur}
      >
        <option value="">{t('choose')}</option>
        {gap.choices?.map(({ index, text }) => (
          <option key={index} value={index} lang="vi">
            {text}
          </option>
        ))}
      </select>
    );
  }
  return (
    <input
      type="text"
      className={styles.gap}
      aria-label={label}
      data-number={gap.kind === 'numeric' || undefined}
      inputMode={gap.kind === 'numeric' ? 'decimal' : 'text'}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={500}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onBlur}
    />
  );
}

/** A text with fields in its gaps: the server marks the places, the fields are put into them. */
export function ClozeQuestion({ question, response, onAnswer }: QuestionProps) {
  const t = useTranslations('attempt');
  const { stem, blanks = [] } = question.body;
  const given = response?.kind === 'cloze' ? response.blanks : blanks.map(() => null);
  const [values, setValues, store] = useTyping<Value[]>(given, (typed) =>
    onAnswer({
      kind: 'cloze',
      blanks: typed.map((value) => (typeof value === 'string' ? value.normalize('NFC') : value)),
    }),
  );
  const [places, setPlaces] = useState<Map<number, Element>>(new Map());
  const findPlaces = useCallback((text: HTMLElement | null) => {
    const found = new Map<number, Element>();
    for (const place of text?.querySelectorAll('[data-blank]') ?? []) {
      place.textContent = '';
      found.set(Number(place.getAttribute('data-blank')), place);
    }
    if (text) setPlaces(found);
  }, []);
  return (
    <fieldset className={shared.fieldset}>
      <legend className={shared.hint}>{t('gapsHint')}</legend>
      <Markup key={stem} ref={findPlaces} className={styles.cloze} html={stem} />
      {blanks.map((gap, at) => {
        const place = places.get(at + 1);
        if (!place) return null;
        const change = (value: Value): void => setValues(values.map((each, nth) => (nth === at ? value : each)));
        return createPortal(
          <Gap gap={gap} number={at + 1} value={values[at] ?? null} onChange={change} onBlur={store} />,
          place,
          String(at),
        );
      })}
    </fieldset>
  );
}
