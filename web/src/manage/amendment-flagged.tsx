import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { AmendmentDetail } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { Section } from '../ui/page.js';
import { Empty } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import styles from './law-impact.module.css';

type Item = AmendmentDetail['flagged'][number];

function Row({ item }: { item: Item }) {
  const t = useTranslations('lawDesk');
  const { kind, title, code, link, articles, isOpen } = item;
  return (
    <li className={styles.row}>
      {link === null ? (
        <strong>
          {code !== null && <span className={styles.code}>{code} </span>}
          <Content of={title} />
        </strong>
      ) : (
        <Link href={link} className={styles.link}>
          <Content of={title} />
        </Link>
      )}
      <p className={styles.soft}>
        {t(`kinds.${kind}`)} · {t('cites', { numbers: articles.join(', ') })}
      </p>
      {!isOpen && (
        <Tag tone="good" icon={<IconCircleCheck size={18} aria-hidden />}>
          {t('settled')}
        </Tag>
      )}
    </li>
  );
}

/** What cites the old wording, by course: a line each that opens. */
export function Flagged({ flagged }: Pick<AmendmentDetail, 'flagged'>) {
  const t = useTranslations('lawDesk');
  if (flagged.length === 0) return <Empty title={t('nothingTitle')}>{t('nothingText')}</Empty>;
  const courses = new Map<string, Item[]>();
  for (const item of flagged) {
    const { vi } = item.courseTitle;
    courses.set(vi, [...(courses.get(vi) ?? []), item]);
  }
  return (
    <Section title={t('flaggedTitle')}>
      <div className={styles.rows}>
        {[...courses.values()].map((items) => {
          const open = items.filter(({ isOpen }) => isOpen).length;
          const title = items[0]?.courseTitle;
          return (
            <details key={title?.vi} className={styles.course}>
              <summary>
                <strong>{title && <Content of={title} />}</strong>
                <Tag
                  tone={open > 0 ? 'gold' : 'good'}
                  icon={
                    open > 0 ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />
                  }
                >
                  {open > 0 ? t('openOf', { open, count: items.length }) : t('allSettled', { count: items.length })}
                </Tag>
              </summary>
              <ul className={styles.inner}>
                {items.map((item) => (
                  <Row key={`${item.kind} ${item.id}`} item={item} />
                ))}
              </ul>
            </details>
          );
        })}
      </div>
    </Section>
  );
}
