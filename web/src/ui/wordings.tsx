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
  /** Heading of the new wording while its day is still to come; else it is the law now. */
  upcoming?: string | undefined;
  /** Of the headings of both sides. */
  level?: 3 | 4;
}

/** What an article said and what it says now, side by side where there is room. */
export function Wordings({ oldSummary, newSummary, successors, upcoming, level = 4 }: WordingsProps) {
  const t = useTranslations('lawChange');
  const Heading = `h${level}` as const;
  return (
    <div className={styles.wordings}>
      <section className={styles.side}>
        <Heading>{t(upcoming === undefined ? 'before' : 'now')}</Heading>
        <p lang="vi">{oldSummary}</p>
      </section>
      <section className={styles.side} data-new>
        <Heading>{upcoming ?? t('now')}</Heading>
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
