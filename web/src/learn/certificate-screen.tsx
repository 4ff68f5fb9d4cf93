import { useQuery } from '@tanstack/react-query';
import { IconDownload, IconShare } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { certificateQuery } from '../api/certificates.js';
import { refreshersQuery } from '../api/law-changes.js';
import type { CertificateDetail } from '../api/types.js';
import { Content, useContentText } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { CertificateState, RefreshState } from '../ui/certificate-state.js';
import { ActionButton, FileLink, LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { QrCode } from '../ui/qr-code.js';
import { QueryView } from '../ui/states.js';
import { CertificateFrame } from './certificate-frame.js';
import styles from './certificates.module.css';

const LOOK_AGAIN_MS = 3_000;

/** The phone's own share sheet (Zalo is in there), else the link to copy. */
function Share({ certificate }: { certificate: CertificateDetail }) {
  const t = useTranslations('certificates');
  const text = useContentText();
  const [copied, setCopied] = useState(false);
  const { verificationUrl, title } = certificate;
  const share = async (): Promise<void> => {
    if ('share' in navigator) {
      // Closing the sheet without choosing is no error.
      await navigator.share({ title: text(title), url: verificationUrl }).catch(() => undefined);
      return;
    }
    await (navigator as Navigator).clipboard.writeText(verificationUrl);
    setCopied(true);
  };
  return (
    <>
      <ActionButton look="quiet" icon={<IconShare size={22} aria-hidden />} onClick={() => void share()}>
        {'share' in navigator ? t('share') : t('copyLink')}
      </ActionButton>
      <span role="status">{copied && t('copied')}</span>
    </>
  );
}

function Pdf({ certificate }: { certificate: CertificateDetail }) {
  const t = useTranslations('certificates');
  if (!certificate.pdfReady) return <p role="status">{t('pdfComing')}</p>;
  return (
    <FileLink
      href={certificate.pdfUrl}
      download={`${certificate.registerNumber}.pdf`}
      icon={<IconDownload size={22} aria-hidden />}
    >
      {t('downloadPdf')}
    </FileLink>
  );
}

function Paper({ certificate }: { certificate: CertificateDetail }) {
  const t = useTranslations('certificates');
  const formats = useFormats();
  const { snapshot, registerNumber, issuedOn, expiresOn, verificationCode, verificationUrl } = certificate;
  const { holder, course, issuer, classPeriod } = snapshot;
  return (
    <CertificateFrame>
      {issuer.parentName && <p className={styles.parent}>{issuer.parentName}</p>}
      <p className={styles.issuer}>{issuer.name}</p>
      <p className={styles.kind}>{t(`kinds.${snapshot.kind}`)}</p>
      <p>{t('for')}</p>
      <p className={styles.holder}>{holder.fullName}</p>
      {holder.unit && <p>{holder.unit}</p>}
      <p className={styles.course}>
        {t('hasCompleted')} <strong>{course.title.vi}</strong>
      </p>
      {classPeriod && (
        <p>{t('classPeriod', { from: formats.date(classPeriod.from), to: formats.date(classPeriod.to) })}</p>
      )}
      <div className={styles.foot}>
        <QrCode content={verificationUrl} label={t('qrLabel')} className={styles.qr} />
        <dl className={styles.numbers}>
          <dt>{t('registerNumber')}</dt>
          <dd>{registerNumber}</dd>
          <dt>{t('issuedOn')}</dt>
          <dd>{formats.date(issuedOn)}</dd>
          <dt>{t('expiresOn')}</dt>
          <dd>{expiresOn ? formats.date(expiresOn) : t('neverExpires')}</dd>
          <dt>{t('code')}</dt>
          <dd className={styles.code}>{verificationCode}</dd>
        </dl>
      </div>
    </CertificateFrame>
  );
}

/** The law moved since: what to read, and that the paper stays valid. */
function RefreshDue({ certificate }: { certificate: CertificateDetail }) {
  const t = useTranslations('refresher');
  const { data = [] } = useQuery(refreshersQuery);
  const due = data.find(
    ({ doneAt, certificates }) =>
      doneAt === null && certificates.some(({ certificateId }) => certificateId === certificate.id),
  );
  if (!certificate.refreshDue || !due) return null;
  return (
    <div role="note">
      <p>{t('dueText')}</p>
      <LinkButton href={`/cap-nhat/${due.amendmentId}`}>{t('read')}</LinkButton>
    </div>
  );
}

function Detail({ certificate }: { certificate: CertificateDetail }) {
  const t = useTranslations('certificates');
  return (
    <>
      <RefreshDue certificate={certificate} />
      <Paper certificate={certificate} />
      <div className={styles.actions}>
        <Pdf certificate={certificate} />
        <Share certificate={certificate} />
      </div>
      <p className={styles.soft}>
        {t('anyoneChecks')} <a href={certificate.verificationUrl}>{certificate.verificationUrl}</a>
      </p>
    </>
  );
}

export default function CertificateScreen({ id }: { id: string }) {
  const t = useTranslations('certificates');
  const text = useContentText();
  const query = useQuery(certificateQuery(id));
  const { data, refetch } = query;
  const isDrawn = data?.pdfReady ?? true;
  useEffect(() => {
    if (isDrawn) return;
    const timer = setInterval(() => void refetch(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [isDrawn, refetch]);
  return (
    <Page
      title={data ? text(data.courseTitle) : t('one')}
      heading={data && <Content of={data.courseTitle} />}
      back={{ href: '/chung-chi', label: t('back') }}
      lead={
        data && (
          <>
            <CertificateState state={data.state} /> <RefreshState certificate={data} />
          </>
        )
      }
    >
      <QueryView query={query} lines={8}>
        {(certificate) => <Detail certificate={certificate} />}
      </QueryView>
    </Page>
  );
}
