import { useQuery } from '@tanstack/react-query';
import { IconCertificate, IconChevronRight } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { certificatesQuery } from '../api/certificates.js';
import type { Certificate } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { CertificateState, RefreshState } from '../ui/certificate-state.js';
import { LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import styles from './certificates.module.css';

function Row({ certificate }: { certificate: Certificate }) {
  const t = useTranslations('certificates');
  const formats = useFormats();
  const { id, courseTitle, registerNumber, issuedOn, state, issuerName } = certificate;
  return (
    <li>
      <Link href={`/chung-chi/${id}`} className={styles.row}>
        <IconCertificate size={36} stroke={1.5} aria-hidden className={styles.seal} />
        <span className={styles.words}>
          <span className={styles.title}>
            <Content of={courseTitle} />
          </span>
          <span>{t('numberAndDay', { number: registerNumber, date: formats.date(issuedOn) })}</span>
          <span className={styles.soft}>{issuerName}</span>
          <CertificateState state={state} />
          <RefreshState certificate={certificate} />
        </span>
        <IconChevronRight size={22} aria-hidden />
      </Link>
    </li>
  );
}

export default function Certificates() {
  const t = useTranslations('certificates');
  const query = useQuery(certificatesQuery);
  return (
    <Page title={t('title')}>
      <QueryView query={query}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('emptyTitle')} action={<LinkButton href="/hoc">{t('toLearning')}</LinkButton>}>
              {t('emptyText')}
            </Empty>
          ) : (
            <ul className={styles.rows}>
              {items.map((certificate) => (
                <Row key={certificate.id} certificate={certificate} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}
