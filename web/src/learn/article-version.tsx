import { useTranslations } from 'use-intl';
import type { ArticleVersion } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import styles from './law.module.css';

/** What a version of an article says, since when, and where that was read. */
export function VersionText({ version }: { version: ArticleVersion }) {
  const t = useTranslations('law');
  const formats = useFormats();
  const { summary, amended, note, sources, confidence, validFrom, validTo } = version;
  const period = validTo
    ? t('periodClosed', { from: formats.date(validFrom), to: formats.date(validTo) })
    : t('periodOpen', { from: formats.date(validFrom) });
  return (
    <div className={styles.version}>
      <p lang="vi">{summary}</p>
      <p className={styles.soft}>{period}</p>
      {amended && (
        <p className={styles.soft}>
          {t('amended')} <span lang="vi">{amended}</span>
        </p>
      )}
      {note && (
        <p className={styles.soft} lang="vi">
          {note}
        </p>
      )}
      <p className={styles.soft}>{t(`confidence.${confidence}`)}</p>
      {sources.length > 0 && (
        <details className={styles.sources}>
          <summary>{t('sources')}</summary>
          <ul lang="vi">
            {sources.map(({ code, text }) => (
              <li key={code}>{text}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
