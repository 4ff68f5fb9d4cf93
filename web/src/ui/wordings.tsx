import { useTranslations } from 'use-intl';
import styles from './wordings.module.css';

interface Successor {
  code: string;
  number: string;
  documentTitle: string;
  summary?: string;
}

interface WordingsProps {
  oldSummary: string;
  newSummary: string | null;
  /** What took the place of an article that ended. */
  successors: Successor[];
}

/** What an article said and what it says now, side by side where there is room. */
export function Wordings({ oldSummary, newSummary, successors }: WordingsProps) {
  const t = useTranslations('lawChange');
  return (
    <div className={styles.wordings}>
      <section className={styles.side}>
        <h4>{t('before')}</h4>
        <p lang="vi">{oldSummary}</p>
      </section>
      <section className={styles.side} data-new>
        <h4>{t('now')}</h4>
        {newSummary !== null && <p lang="vi">{newSummary}</p>}
        {newSummary === null && <p>{t('ended')}</p>}
        {successors.map(({ code, number, documentTitle, summary }) => (
          <p key={code} lang="vi">
            <strong>{t('article', { number, document: documentTitle })}.</strong> {summary}
          </p>
        ))}
      </section>
    </div>
  );
}
