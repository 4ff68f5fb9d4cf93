import { useTranslations } from 'use-intl';
import type { Unit } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { dayBefore } from './unit-days.js';
import { useUnitWords } from './unit-words.js';
import styles from './units.module.css';

function Counts({ headCount }: Pick<Unit, 'headCount'>) {
  const t = useTranslations('unit');
  const formats = useFormats();
  if (headCount === null) return <p className={styles.facts}>{t('noCount')}</p>;
  const { members, workers, countedOn } = headCount;
  const percent =
    workers > 0 && members <= workers ? formats.percent(Math.round((members / workers) * 1000) / 10) : null;
  return (
    <>
      <dl className={styles.counts}>
        <div>
          <dt>{t('members')}</dt>
          <dd>{formats.number(members)}</dd>
        </div>
        <div>
          <dt>{t('workers')}</dt>
          <dd>{formats.number(workers)}</dd>
        </div>
      </dl>
      <p className={styles.facts}>
        {t('countedOn', { date: formats.date(countedOn) })}
        {percent !== null && `. ${t('share', { percent })}.`}
      </p>
    </>
  );
}

/** What the unit is and how many belong to it, on the day that is looked at. */
export function UnitFacts({ unit }: { unit: Unit }) {
  const t = useTranslations('unit');
  const words = useUnitWords();
  const formats = useFormats();
  const rows: [string, string][] = [
    [t('code'), unit.code],
    [t('kind'), words.kind(unit)],
    [t('tier'), words.tier(unit)],
    [t('sector'), words.sector(unit)],
  ];
  rows.push([t('since'), formats.date(unit.validFrom)]);
  if (unit.validTo !== null) rows.push([t('until'), formats.date(dayBefore(unit.validTo))]);
  return (
    <section className={styles.card} aria-label={t('facts')}>
      <Counts headCount={unit.headCount} />
      <dl className={styles.sheet}>
        {rows.map(([term, text]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
