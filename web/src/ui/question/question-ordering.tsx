import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { Markup } from '../markup.js';
import styles from './question-parts.module.css';
import type { QuestionProps } from './question-props.js';
import shared from './question.module.css';

type Way = 'up' | 'down';

const STEPS = { up: -1, down: 1 };
const ICONS = { up: IconArrowUp, down: IconArrowDown };

interface MovesProps {
  item: number;
  /** From 0. */
  place: number;
  isPossible(way: Way): boolean;
  describedBy: string;
  onMove(way: Way): void;
}

function Moves({ item, place, isPossible, describedBy, onMove }: MovesProps) {
  const t = useTranslations('attempt');
  return (
    <span className={styles.moves}>
      {(['up', 'down'] as const).map((way) => {
        const Icon = ICONS[way];
        return (
          <button
            key={way}
            type="button"
            data-button={`${item}-${way}`}
            aria-describedby={describedBy}
            aria-disabled={!isPossible(way) || undefined}
            aria-label={t(way === 'up' ? 'moveUp' : 'moveDown', { place: place + 1 })}
            onClick={() => onMove(way)}
          >
            <Icon size={22} aria-hidden />
          </button>
        );
      })}
    </span>
  );
}

/** Putting items in order by two buttons each: works with thumbs, keyboards and screen readers alike. */
export function OrderingQuestion({ question, response, onAnswer }: QuestionProps) {
  const t = useTranslations('attempt');
  const id = useId();
  const { stem, items = [] } = question.body;
  const order = response?.kind === 'ordering' ? response.order : items.map(({ index }) => index);
  const [moved, setMoved] = useState<{ item: number; way: Way } | null>(null);
  const list = useRef<HTMLOListElement>(null);
  // The browser takes the focus from a row that moves.
  useEffect(() => {
    if (moved) list.current?.querySelector<HTMLElement>(`[data-button="${moved.item}-${moved.way}"]`)?.focus();
  }, [moved]);
  const move = (place: number, way: Way): void => {
    const item = order[place];
    const other = order[place + STEPS[way]];
    if (item === undefined || other === undefined) return;
    const next = order.map((each) => (each === item ? other : each === other ? item : each));
    setMoved({ item, way });
    onAnswer({ kind: 'ordering', order: next });
  };
  return (
    <fieldset className={shared.fieldset}>
      <legend className={shared.stem}>
        <Markup as="span" html={stem} />
      </legend>
      <p className={shared.hint}>{t('orderHint')}</p>
      <ol className={styles.order} ref={list}>
        {order.map((item, place) => (
          <li key={item} className={styles.step} data-moved={moved?.item === item || undefined}>
            <span className={styles.place} aria-hidden>
              {place + 1}
            </span>
            <Markup
              id={`${id}-${item}`}
              className={styles.item}
              html={items.find(({ index }) => index === item)?.html ?? ''}
            />
            <Moves
              item={item}
              place={place}
              isPossible={(way) => order[place + STEPS[way]] !== undefined}
              describedBy={`${id}-${item}`}
              onMove={(way) => move(place, way)}
            />
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {moved && t('movedTo', { place: order.indexOf(moved.item) + 1 })}
      </p>
    </fieldset>
  );
}
