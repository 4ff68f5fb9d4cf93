import { IconPlus } from '@tabler/icons-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButton } from '../../ui/button.js';
import { RowButtons, type RowActs } from '../rows/row-buttons.js';
import styles from './form.module.css';

interface FormRowsProps<T> {
  items: T[];
  /** @param removed place of what was taken away */
  onChange(items: T[], removed?: number): void;
  /** Names one of them: "Phương án 2". */
  name(number: number): string;
  /** Undefined where rows come about otherwise. */
  add?: { label: string; make(): T };
  least: number;
  most: number;
  /** Places mean something, or help to read. */
  isOrdered?: boolean;
  children(item: T, at: number, set: (item: T) => void): ReactNode;
}

const FIELDS = 'textarea, input:not([type=radio]):not([type=checkbox]), select';

function swapped<T>(items: T[], at: number, other: number): T[] {
  const [a, b] = [items[at], items[other]];
  if (a === undefined || b === undefined) return items;
  return items.map((item, place) => (place === at ? b : place === other ? a : item));
}

/** Where the focus goes after a row came, went or moved: the browser would lose it. */
type Next = { kind: 'field'; at: number } | { kind: 'move'; at: number; by: -1 | 1 } | { kind: 'end' };

function useRowFocus() {
  const list = useRef<HTMLOListElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const [next, setNext] = useState<Next | null>(null);
  useEffect(() => {
    if (!next) return;
    const row = next.kind === 'end' ? undefined : list.current?.children[next.at];
    if (next.kind === 'field') row?.querySelector<HTMLElement>(FIELDS)?.focus();
    else if (next.kind === 'end') (end.current?.querySelector('button') ?? end.current)?.focus();
    else {
      const [up, down] = row?.querySelectorAll<HTMLButtonElement>(`:scope > div:first-child button`) ?? [];
      const wanted = next.by < 0 ? up : down;
      (wanted?.disabled ? (next.by < 0 ? down : up) : wanted)?.focus();
    }
  }, [next]);
  return { list, end, next, setNext };
}

/** The same parts again and again: each with its name, moved and taken away by buttons. */
export function FormRows<T>({ items, onChange, name, add, least, most, isOrdered, children }: FormRowsProps<T>) {
  const t = useTranslations('quiz.form');
  const { list, end, next, setNext } = useRowFocus();
  const move = (at: number, by: -1 | 1): void => {
    onChange(swapped(items, at, at + by));
    setNext({ kind: 'move', at: at + by, by });
  };
  const actsOf = (at: number): RowActs => ({
    isMovable: isOrdered === true,
    ...(at > 0 && { up: () => move(at, -1) }),
    ...(at < items.length - 1 && { down: () => move(at, 1) }),
    ...(items.length > least && {
      remove: () => {
        onChange(
          items.filter((_, place) => place !== at),
          at,
        );
        setNext({ kind: 'end' });
      },
    }),
  });
  return (
    <>
      <ol className={styles.parts} ref={list}>
        {items.map((item, at) => (
          // Rows have no names of their own; all they hold is in the form's state.
          <li key={at} className={styles.part}>
            <div className={styles.partTop}>
              <span className={styles.partName}>{name(at + 1)}</span>
              <RowButtons name={name(at + 1)} acts={actsOf(at)} />
            </div>
            {children(item, at, (set) => onChange(items.map((each, place) => (place === at ? set : each))))}
          </li>
        ))}
      </ol>
      <div ref={end} tabIndex={-1}>
        {add && items.length < most && (
          <ActionButton
            look="quiet"
            icon={<IconPlus size={22} aria-hidden />}
            onClick={() => {
              onChange([...items, add.make()]);
              setNext({ kind: 'field', at: items.length });
            }}
          >
            {add.label}
          </ActionButton>
        )}
      </div>
      <p className="visually-hidden" role="status">
        {next?.kind === 'move' && t('movedTo', { place: next.at + 1 })}
      </p>
    </>
  );
}
