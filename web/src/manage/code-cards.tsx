import { useTranslations } from 'use-intl';
import type { IssuedCode } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { QrCode } from '../ui/qr-code.js';
import styles from './code-cards.module.css';

const A_PAGE = 8;

function Card({ issued }: { issued: IssuedCode }) {
  const t = useTranslations('codeSheets');
  const formats = useFormats();
  const { fullName, unit, code, url, expiresOn } = issued;
  return (
    <li className={styles.card}>
      <div className={styles.who}>
        <p className={styles.name}>{fullName}</p>
        {unit && <p className={styles.unit}>{unit.name}</p>}
        <p className={styles.code}>{code}</p>
        <p className={styles.expiry}>{t('until', { date: formats.date(expiresOn) })}</p>
      </div>
      <QrCode content={url} label={t('qrOf', { name: fullName })} className={styles.qr} />
      <div className={styles.how}>
        <p>{t('howToScan', { address: new URL(url).host + new URL(url).pathname })}</p>
        <p>{t('howToType')}</p>
      </div>
    </li>
  );
}

/** Cards to cut out, eight to an A4 page; in Vietnamese whatever the officer reads, as their bearers do. */
export function CodeCards({ codes }: { codes: IssuedCode[] }) {
  const pages = Array.from({ length: Math.ceil(codes.length / A_PAGE) }, (_none, page) =>
    codes.slice(page * A_PAGE, (page + 1) * A_PAGE),
  );
  return (
    <div className={styles.sheets} lang="vi">
      {pages.map((page) => (
        <ul key={page[0]?.personId} className={styles.sheet}>
          {page.map((issued) => (
            <Card key={issued.personId} issued={issued} />
          ))}
        </ul>
      ))}
    </div>
  );
}
