import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { amendmentQuery } from '../api/law-desk.js';
import type { AmendmentDetail } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { Page, Section } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { Wordings } from '../ui/wordings.js';
import { AmendmentCounts } from './amendment-counts.js';
import { withDeskWords } from './desk-words.js';
import styles from './law-impact.module.css';

function Tasks({ tasks }: Pick<AmendmentDetail, 'tasks'>) {
  const t = useTranslations('lawDesk');
  const formats = useFormats();
  if (tasks.length === 0) return null;
  return (
    <Section title={t('tasksTitle')}>
      <ul className={styles.rows}>
        {tasks.map(({ id, courseTitle, articleNumber, assignedTo, openedAt, doneAt }) => (
          <li key={id} className={styles.row}>
            <strong>
              <Content of={courseTitle} />
            </strong>
            <p className={styles.soft}>
              {t('taskFacts', { number: articleNumber, date: formats.date(openedAt) })}
              {' · '}
              {assignedTo ?? t('anyReviewer')}
            </p>
            {doneAt === null ? (
              <Tag tone="gold" icon={<IconAlertTriangle size={18} aria-hidden />}>
                {t('taskOpen')}
              </Tag>
            ) : (
              <Tag tone="good" icon={<IconCircleCheck size={18} aria-hidden />}>
                {t('taskDone', { date: formats.date(doneAt) })}
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Flagged({ flagged }: Pick<AmendmentDetail, 'flagged'>) {
  const t = useTranslations('lawDesk');
  if (flagged.length === 0) return <Empty title={t('nothingTitle')}>{t('nothingText')}</Empty>;
  return (
    <Section title={t('flaggedTitle')}>
      <ul className={styles.rows}>
        {flagged.map(({ kind, id, title, code, courseTitle, link, articles, isOpen }) => (
          <li key={`${kind} ${id}`} className={styles.row}>
            {link === null ? (
              <strong>
                {code !== null && <span className={styles.code}>{code} </span>}
                <Content of={title} />
              </strong>
            ) : (
              <Link href={link} className={styles.link}>
                <Content of={title} />
              </Link>
            )}
            <p className={styles.soft}>
              {t(`kinds.${kind}`)} · <Content of={courseTitle} /> · {t('cites', { numbers: articles.join(', ') })}
            </p>
            <Tag
              tone={isOpen ? 'gold' : 'good'}
              icon={isOpen ? <IconAlertTriangle size={18} aria-hidden /> : <IconCircleCheck size={18} aria-hidden />}
            >
              {t(isOpen ? 'open' : 'settled')}
            </Tag>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Quizzes({ shortQuizzes }: Pick<AmendmentDetail, 'shortQuizzes'>) {
  const t = useTranslations('lawDesk');
  if (shortQuizzes.length === 0) return null;
  return (
    <Section title={t('shortTitle')}>
      <ul className={styles.rows}>
        {shortQuizzes.map(({ id, title, courseTitle, draw, left }) => (
          <li key={id} className={styles.row}>
            <Link href={`/kiem-tra/${id}`} className={styles.link}>
              <Content of={title} />
            </Link>
            <p className={styles.soft}>
              <Content of={courseTitle} /> · {t('short', { draw, left })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** One change of the law: who has what to do, what is flagged, and the wordings side by side. */
function LawAmendment({ id }: { id: string }) {
  const t = useTranslations('lawDesk');
  const formats = useFormats();
  const query = useQuery(amendmentQuery(id));
  const found = query.data;
  const lead = found && (
    <span lang="vi">
      {found.documentTitle} ({found.documentNumber}) · {t('from', { date: formats.date(found.effectiveOn) })}
      {found.amendedBy && ` · ${found.amendedBy}`}
    </span>
  );
  return (
    <Page title={t('one')} back={{ href: '/phap-luat/tac-dong', label: t('title') }} lead={lead}>
      <QueryView query={query} lines={8}>
        {(amendment) => (
          <>
            {amendment.announcedAt === null ? <p>{t('toComeText')}</p> : <AmendmentCounts amendment={amendment} />}
            <Quizzes shortQuizzes={amendment.shortQuizzes} />
            <Tasks tasks={amendment.tasks} />
            {amendment.announcedAt !== null && <Flagged flagged={amendment.flagged} />}
            <Section title={t('wordings')}>
              {amendment.wordings.map(({ code, number, title, oldSummary, newSummary, successors }) => (
                <div key={code}>
                  <Link href={`/phap-luat/${code}`} className={styles.link}>
                    <span lang="vi">{t('article', { number, title })}</span>
                  </Link>
                  <Wordings oldSummary={oldSummary ?? ''} newSummary={newSummary} successors={[]} />
                  {successors.length > 0 && (
                    <p className={styles.soft}>{t('successors', { codes: successors.join(', ') })}</p>
                  )}
                </div>
              ))}
            </Section>
          </>
        )}
      </QueryView>
    </Page>
  );
}

export default withDeskWords(LawAmendment);
