import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { amendmentQuery } from '../api/law-desk.js';
import type { AmendmentDetail } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { Page, Section } from '../ui/page.js';
import { QueryView } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { Wordings } from '../ui/wordings.js';
import { AmendmentCounts } from './amendment-counts.js';
import { Flagged } from './amendment-flagged.js';
import { useAmendmentTitle } from './amendment-title.js';
import { withDeskWords } from './desk-words.js';
import styles from './law-impact.module.css';
import { ShortQuizzes } from './short-quizzes.js';

/** So many wordings are read at once, and stand first; a whole document's come last. */
const FEW = 3;

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

/** The wordings before and after, by article. */
function Changes({ wordings, announcedAt, effectiveOn }: AmendmentDetail) {
  const t = useTranslations('lawDesk');
  const formats = useFormats();
  const upcoming = announcedAt === null ? t('from', { date: formats.date(effectiveOn) }) : undefined;
  return (
    <Section title={t('wordings')}>
      {wordings.map(({ code, number, title, oldSummary, newSummary, successors }) => (
        <div key={code} className={styles.change}>
          <h3>
            <Link href={`/phap-luat/${code}`} className={styles.link} lang="vi">
              {t('article', { number, title })}
            </Link>
          </h3>
          <Wordings oldSummary={oldSummary ?? ''} newSummary={newSummary} successors={[]} upcoming={upcoming} />
          {successors.length > 0 && <p className={styles.soft}>{t('successors', { codes: successors.join(', ') })}</p>}
        </div>
      ))}
    </Section>
  );
}

/** One change of the law: who has what to do, what is flagged, and the wordings side by side. */
function LawAmendment({ id }: { id: string }) {
  const t = useTranslations('lawDesk');
  const formats = useFormats();
  const titleOf = useAmendmentTitle();
  const query = useQuery(amendmentQuery(id));
  const found = query.data;
  const lead = found && (
    <span>
      {found.documentNumber} · {t('from', { date: formats.date(found.effectiveOn) })}
      {found.amendedBy && ` · ${found.amendedBy}`}
    </span>
  );
  return (
    <Page
      title={found ? titleOf(found) : t('one')}
      back={{ href: '/phap-luat/tac-dong', label: t('title') }}
      lead={lead}
    >
      <QueryView query={query} lines={8}>
        {(amendment) => (
          <>
            {amendment.announcedAt === null ? <p>{t('toComeText')}</p> : <AmendmentCounts amendment={amendment} />}
            {amendment.isUnderWay && <p role="status">{t('underWay')}</p>}
            {amendment.wordings.length <= FEW && <Changes {...amendment} />}
            <ShortQuizzes shortQuizzes={amendment.shortQuizzes} />
            <Tasks tasks={amendment.tasks} />
            {amendment.announcedAt !== null && !(amendment.isUnderWay && amendment.flagged.length === 0) && (
              <Flagged flagged={amendment.flagged} />
            )}
            {amendment.wordings.length > FEW && <Changes {...amendment} />}
          </>
        )}
      </QueryView>
    </Page>
  );
}

export default withDeskWords(LawAmendment);
