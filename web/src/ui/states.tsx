import { IconAlertTriangle, IconCloudOff, IconSearchOff } from '@tabler/icons-react';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { ApiProblem, isSignedOut, NoNetwork } from '../api/problem.js';
import { ActionButton, LinkButton } from './button.js';
import styles from './states.module.css';

/** Grey lines that appear only when waiting takes longer than 300 ms. */
export function Loading({ lines = 4 }: { lines?: number }) {
  const t = useTranslations('states');
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <div key={index} className={styles.line} aria-hidden />
      ))}
    </div>
  );
}

interface NoticeProps {
  icon: ReactNode;
  title: string;
  children: ReactNode;
  actions?: ReactNode;
  live?: boolean;
}

function Notice({ icon, title, children, actions, live }: NoticeProps) {
  return (
    <div className={styles.notice} role={live ? 'alert' : undefined}>
      {icon}
      <div className={styles.words}>
        <p className={styles.title}>{title}</p>
        <div>{children}</div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  );
}

/** What is not there yet, in one sentence, and what to do about it. */
export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children && <div>{children}</div>}
      {action && <div className={styles.actions}>{action}</div>}
    </div>
  );
}

/** What happened, what is kept, what to do. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const t = useTranslations('states');
  const [path] = useLocation();
  const retry = onRetry && (
    <ActionButton look="quiet" onClick={onRetry}>
      {t('retry')}
    </ActionButton>
  );
  if (error instanceof NoNetwork) {
    return (
      <Notice icon={<IconCloudOff size={32} aria-hidden />} title={t('offlineTitle')} actions={retry} live>
        {t('offlineText')}
      </Notice>
    );
  }
  if (isSignedOut(error)) {
    const signIn = <LinkButton href={`/dang-nhap?tiep=${encodeURIComponent(path)}`}>{t('signIn')}</LinkButton>;
    return (
      <Notice icon={<IconAlertTriangle size={32} aria-hidden />} title={t('signedOutTitle')} actions={signIn} live>
        {t('signedOutText')}
      </Notice>
    );
  }
  const problem = error instanceof ApiProblem ? error : null;
  if (problem?.status === 404) {
    return (
      <Notice
        icon={<IconSearchOff size={32} aria-hidden />}
        title={t('notFoundTitle')}
        actions={<LinkButton href="/hoc">{t('home')}</LinkButton>}
        live
      >
        {t('notFoundText')}
      </Notice>
    );
  }
  const expected = problem !== null && problem.status < 500 && problem.body.title !== '';
  return (
    <Notice
      icon={<IconAlertTriangle size={32} aria-hidden />}
      title={expected ? problem.body.title : t('brokenTitle')}
      actions={retry}
      live
    >
      {expected ? problem.body.detail : t('brokenText')}
      {problem?.body.traceId && <p className={styles.trace}>{t('trace', { id: problem.body.traceId })}</p>}
    </Notice>
  );
}

interface QueryViewProps<T> {
  query: UseQueryResult<T>;
  lines?: number;
  children(data: T): ReactNode;
}

/** The states of a read: data if there is any, else why not, else waiting. */
export function QueryView<T>({ query, lines, children }: QueryViewProps<T>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return <Loading lines={lines} />;
}
