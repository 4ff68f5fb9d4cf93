import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { Organisation } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { useUnitWords, unitHref } from './unit-words.js';
import styles from './units.module.css';

interface UnitRowProps {
  unit: Organisation;
  asOf?: string;
  /** What stands before the name: the way to open its branch. */
  before?: ReactNode;
  /** Where the unit hangs; said where the list itself does not show it. */
  withParent?: boolean;
}

/** A unit in a list: its name, what it is, and how many. */
export function UnitRow({ unit, asOf, before, withParent = false }: UnitRowProps) {
  const t = useTranslations('units');
  const words = useUnitWords();
  const formats = useFormats();
  const { name, code, children, headCount, parentName } = unit;
  return (
    <div className={styles.row}>
      {before}
      <div className={styles.what}>
        <Link href={unitHref(unit.id, asOf)} className={styles.name}>
          {name}
        </Link>
        {withParent && parentName !== null && <p className={styles.facts}>{t('belongsTo', { name: parentName })}</p>}
        <p className={styles.facts}>
          {words.kind(unit)}
          <span className={styles.wide}>{` · ${words.tier(unit)}`}</span>
          {` · ${words.sector(unit)}`}
          <span className={withParent ? undefined : styles.wide}>{` · ${code}`}</span>
        </p>
      </div>
      {(headCount !== null || children > 0) && (
        <div className={styles.figures}>
          {headCount !== null && <p>{t('members', { count: formats.number(headCount.members) })}</p>}
          {children > 0 && <p className={styles.facts}>{t('below', { count: children })}</p>}
        </div>
      )}
    </div>
  );
}
