import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { ownTeachingQuery } from '../api/teaching.js';
import { Section } from '../ui/page.js';
import { QueryView } from '../ui/states.js';
import { TeachingFacts } from '../ui/teaching-facts.js';
import styles from './studio.module.css';

/** What a lecturer may teach, until when and by which decision. */
export function OwnTeaching() {
  const t = useTranslations('studio.teaching');
  return (
    <Section title={t('title')}>
      <QueryView query={useQuery(ownTeachingQuery)} lines={2}>
        {(items) =>
          items.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <ul className={styles.teaching}>
              {items.map((item) => (
                <li key={item.id}>
                  <TeachingFacts of={item} />
                </li>
              ))}
            </ul>
          )
        }
      </QueryView>
    </Section>
  );
}
