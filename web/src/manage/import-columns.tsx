import { IconCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { Import } from '../api/types.js';
import { Section } from '../ui/page.js';
import { Tag } from '../ui/tag.js';
import styles from './import.module.css';

/** Which columns of the file were understood, and which were left aside. */
export function ImportColumns({ job: { columns, ignoredHeadings } }: { job: Import }) {
  const t = useTranslations('imports');
  if (columns.length === 0) return null;
  return (
    <Section title={t('columns.title')}>
      <ul className={styles.tags}>
        {columns.map((key) => {
          const name = `fields.${key}` as 'fields.fullName';
          return (
            <li key={key}>
              <Tag icon={<IconCheck size={20} aria-hidden />}>{t.has(name) ? t(name) : key}</Tag>
            </li>
          );
        })}
      </ul>
      {ignoredHeadings.length > 0 && (
        <p className={styles.facts}>{t('columns.ignored', { headings: ignoredHeadings.join(', ') })}</p>
      )}
    </Section>
  );
}
