import { IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { ClassSummary } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import styles from './class-rows.module.css';
import { Tag, type Tone } from './tag.js';

const TONES: Record<ClassSummary['state'], Tone> = { open: 'good', closed: 'neutral', cancelled: 'bad' };

function Dates({ summary }: { summary: ClassSummary }) {
  const t = useTranslations('classes');
  const formats = useFormats();
  const { firstSessionAt, lastSessionAt } = summary;
  if (!firstSessionAt || !lastSessionAt) return <>{t('noDates')}</>;
  const [from, to] = [formats.date(firstSessionAt), formats.date(lastSessionAt)];
  return <>{from === to ? from : `${from} – ${to}`}</>;
}

/** Classes as a table; where there is little room each row is a card. */
export function ClassRows({ classes, base }: { classes: ClassSummary[]; base: string }) {
  const t = useTranslations('classes');
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('dates')}</th>
            <th scope="col">{t('seats')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {classes.map((summary) => (
            <tr key={summary.id}>
              <td className={styles.name}>
                <Link href={`${base}/${summary.id}`} className={styles.link}>
                  <span>
                    {summary.name}
                    <span className={styles.code}>{summary.code}</span>
                  </span>
                  <IconChevronRight size={22} aria-hidden />
                </Link>
              </td>
              <td data-label={t('dates')}>
                <Dates summary={summary} />
              </td>
              <td data-label={t('seats')} className={styles.number}>
                {t('seatsOf', { registered: summary.registered, capacity: summary.capacity })}
              </td>
              <td data-label={t('state')}>
                <Tag tone={TONES[summary.state]}>{t(`states.${summary.state}`)}</Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
