import {
  IconAlertTriangle,
  IconCircleCheck,
  IconCircleX,
  IconDownload,
  IconHelpCircle,
  IconInfoCircle,
  IconLoader2,
} from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { downloadReport } from '../api/imports.js';
import type { Import } from '../api/types.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Failure } from '../ui/states.js';
import { ApplyImport, CancelImport } from './import-acts.js';
import { useWrites } from './import-row-words.js';
import { TemplateButton } from './template-button.js';
import { unitHref } from './unit-words.js';
import styles from './import.module.css';

type Tone = 'blue' | 'good' | 'gold' | 'bad' | 'neutral';

interface StandingProps {
  tone: Tone;
  icon: ReactNode;
  title: string;
  children?: ReactNode;
  actions?: ReactNode;
}

function Standing({ tone, icon, title, children, actions }: StandingProps) {
  return (
    <section className={styles.standing} data-tone={tone}>
      {icon}
      <div className={styles.standingBody}>
        <div role="status">
          <h2>{title}</h2>
          {children}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </section>
  );
}

const size = { size: 28, 'aria-hidden': true } as const;

function UnderWay({ job }: { job: Import }) {
  const t = useTranslations('imports.standing');
  const { state, counts, columns } = job;
  const isReading = state === 'checking' && columns.length === 0;
  const title = state === 'applying' ? t('applying') : isReading ? t('checking') : t('comparing');
  return (
    <Standing
      tone="blue"
      icon={<IconLoader2 {...size} className={styles.turning} />}
      title={title}
      actions={job.can.cancel && <CancelImport job={job} />}
    >
      <div className={styles.running} aria-hidden />
      {counts.total > 0 && <p>{isReading ? t('read', { count: counts.total }) : t('rows', { count: counts.total })}</p>}
      <p>{t('mayLeave')}</p>
    </Standing>
  );
}

/** The way to a corrected file: the same kind for the same unit. */
function SendAgain({ job: { kind, organisationId }, isNext }: { job: Import; isNext: boolean }) {
  const t = useTranslations('imports');
  const href = `/ql/nhap?loai=${kind}&don-vi=${organisationId}`;
  return (
    <LinkButton href={href} look={isNext ? 'primary' : 'quiet'}>
      {isNext ? t('sendCorrected') : t('sendAnother')}
    </LinkButton>
  );
}

function ReportButton({ job }: { job: Import }) {
  const t = useTranslations('imports');
  const downloading = useMutation({ mutationFn: () => downloadReport(job.id) });
  return (
    <>
      <ActionButton
        look="quiet"
        busy={downloading.isPending}
        icon={<IconDownload size={22} aria-hidden />}
        onClick={() => downloading.mutate()}
      >
        {t('report')}
      </ActionButton>
      {downloading.isError && <Failure error={downloading.error} />}
    </>
  );
}

function Faulty({ job }: { job: Import }) {
  const t = useTranslations('imports.standing');
  const { faulty, undecided } = job.counts;
  return (
    <Standing
      tone="bad"
      icon={<IconAlertTriangle {...size} />}
      title={t('faulty', { count: faulty })}
      actions={
        <>
          <ReportButton job={job} />
          <SendAgain job={job} isNext />
          <CancelImport job={job} />
        </>
      }
    >
      <p>{t('faultyText')}</p>
      {undecided > 0 && <p>{t('alsoUndecided', { count: undecided })}</p>}
    </Standing>
  );
}

function Undecided({ job }: { job: Import }) {
  const t = useTranslations('imports.standing');
  return (
    <Standing
      tone="gold"
      icon={<IconHelpCircle {...size} />}
      title={t('undecided', { count: job.counts.undecided })}
      actions={<CancelImport job={job} />}
    >
      <p>{t('undecidedText')}</p>
    </Standing>
  );
}

/** Without faults and questions: there is something to write, or there is not. */
function Ready({ job }: { job: Import }) {
  const t = useTranslations('imports.standing');
  const what = useWrites(job.counts);
  const hasNews = what !== '';
  return (
    <Standing
      tone={hasNews ? 'blue' : 'neutral'}
      icon={<IconInfoCircle {...size} />}
      title={hasNews ? t('ready') : t('nothing')}
      actions={
        <>
          {hasNews ? <ApplyImport job={job} /> : <SendAgain job={job} isNext={false} />}
          <CancelImport job={job} />
        </>
      }
    >
      <p>{hasNews ? t('readyText', { what }) : t('nothingText')}</p>
    </Standing>
  );
}

function Checked({ job }: { job: Import }) {
  if (job.counts.faulty > 0) return <Faulty job={job} />;
  return job.counts.undecided > 0 ? <Undecided job={job} /> : <Ready job={job} />;
}

function Ended({ job }: { job: Import }) {
  const t = useTranslations('imports.standing');
  const units = useTranslations('imports');
  const { state, counts, fault } = job;
  const what = useWrites(counts, true);
  if (state === 'applied') {
    return (
      <Standing
        tone="good"
        icon={<IconCircleCheck {...size} />}
        title={t('applied')}
        actions={
          <>
            <LinkButton href={unitHref(job.organisationId)}>{units('seeUnit')}</LinkButton>
            <SendAgain job={job} isNext={false} />
          </>
        }
      >
        <p>{t('appliedText', { what })}</p>
      </Standing>
    );
  }
  if (state === 'failed') {
    return (
      <Standing
        tone="bad"
        icon={<IconAlertTriangle {...size} />}
        title={t('failed')}
        actions={
          <>
            <SendAgain job={job} isNext />
            <TemplateButton kind={job.kind} />
          </>
        }
      >
        <p>{fault}</p>
        <p>{t('failedText')}</p>
      </Standing>
    );
  }
  return (
    <Standing
      tone="neutral"
      icon={<IconCircleX {...size} />}
      title={t('cancelled')}
      actions={<SendAgain job={job} isNext={false} />}
    >
      <p>{t('cancelledText')}</p>
    </Standing>
  );
}

/** Where the file stands in one sentence, and what can be done next. */
export function ImportStanding({ job }: { job: Import }) {
  if (job.state === 'checking' || job.state === 'applying') return <UnderWay job={job} />;
  return job.state === 'checked' ? <Checked job={job} /> : <Ended job={job} />;
}
