import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconScale } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';
import { lawAlertsQuery, startDraft, type LawAlert } from '../api/drafts.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Section } from '../ui/page.js';
import { Failure } from '../ui/states.js';
import styles from './law-alerts.module.css';

/** One article: since when it says something else, and what of the course still says the old. */
function Article({ alert, draftId }: { alert: LawAlert; draftId: string | null }) {
  const t = useTranslations('studio.law');
  const formats = useFormats();
  const { articleNumber, documentTitle, effectiveOn, amendedBy, amendmentId, lessons, questions } = alert;
  return (
    <li className={styles.article}>
      <p>
        <Link href={`/phap-luat/tac-dong/${amendmentId}`} className={styles.change} lang="vi">
          {t('article', { number: articleNumber, document: documentTitle })}
        </Link>{' '}
        {t('from', { date: formats.date(effectiveOn) })}
        {amendedBy && ` (${amendedBy})`}
      </p>
      {lessons.length > 0 && (
        <p>
          {t('lessons')}{' '}
          {lessons.map(({ slug, title }, index) => (
            <span key={slug}>
              {index > 0 && '; '}
              {draftId === null ? (
                <Content of={title} />
              ) : (
                <Link href={`/soan/${draftId}/bai/${slug}`}>
                  <Content of={title} />
                </Link>
              )}
            </span>
          ))}
        </p>
      )}
      {questions.length > 0 && (
        <p>
          {t('questions', { count: questions.length })}{' '}
          <span lang="vi">{questions.map(({ title }) => title).join('; ')}</span>
        </p>
      )}
    </li>
  );
}

function Articles({ alerts, draftId }: { alerts: LawAlert[]; draftId: string | null }) {
  return (
    <ul className={styles.articles}>
      {alerts.map((alert) => (
        <Article key={alert.id} alert={alert} draftId={draftId} />
      ))}
    </ul>
  );
}

/** What the law outran in one course, and the way on: its draft, or a new one of what is published. */
function CourseAlert({ alerts }: { alerts: [LawAlert, ...LawAlert[]] }) {
  const t = useTranslations('studio.law');
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [{ courseSlug, courseTitle, draftId }] = alerts;
  const starting = useMutation({
    mutationFn: () => startDraft(queries, { courseSlug }),
    onSuccess: (id) => navigate(`/soan/${id}`),
  });
  return (
    <article className={styles.course}>
      <h3>
        <Content of={courseTitle} />
      </h3>
      <Articles alerts={alerts} draftId={draftId} />
      <div>
        {draftId === null ? (
          <ActionButton busy={starting.isPending} onClick={() => starting.mutate()}>
            {t('begin')}
          </ActionButton>
        ) : (
          <LinkButton href={`/soan/${draftId}`}>{t('goOn')}</LinkButton>
        )}
      </div>
      {starting.error && <Failure error={starting.error} />}
    </article>
  );
}

/** Courses that the law has outrun; nothing when there are none. */
export function LawAlerts() {
  const t = useTranslations('studio.law');
  const { data = [] } = useQuery(lawAlertsQuery);
  const courses = new Map<string, [LawAlert, ...LawAlert[]]>();
  for (const alert of data) {
    const others = courses.get(alert.courseSlug);
    if (others) others.push(alert);
    else courses.set(alert.courseSlug, [alert]);
  }
  if (courses.size === 0) return null;
  return (
    <Section title={t('title')}>
      {[...courses].map(([slug, alerts]) => (
        <CourseAlert key={slug} alerts={alerts} />
      ))}
    </Section>
  );
}

/** Within a draft: what it should still follow, and how that is told. */
export function DraftLawAlert({ draftId }: { draftId: string }) {
  const t = useTranslations('studio.law');
  const { data = [] } = useQuery(lawAlertsQuery);
  const alerts = data.filter((alert) => alert.draftId === draftId);
  if (alerts.length === 0) return null;
  return (
    <section className={styles.course} aria-label={t('title')}>
      <h2>
        <IconScale size={22} aria-hidden /> {t('inDraft')}
      </h2>
      <Articles alerts={alerts} draftId={draftId} />
      <p>{t('how')}</p>
    </section>
  );
}
