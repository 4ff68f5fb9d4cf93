import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { classQuery, rosterQuery } from '../api/classes.js';
import type { TrainingClass } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { Page, Section } from '../ui/page.js';
import { RosterView } from '../ui/roster-view.js';
import { QueryView } from '../ui/states.js';
import { withDeskWords } from './desk-words.js';
import styles from './manage.module.css';

const LIVE_MS = 15_000;

function Facts({ found }: { found: TrainingClass }) {
  const t = useTranslations('manage');
  const formats = useFormats();
  const { organiser, registered, capacity, lecturers, sessions } = found;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t('organiser')}</dt>
        <dd>{organiser.name}</dd>
      </div>
      <div>
        <dt>{t('seats')}</dt>
        <dd>
          {registered}/{capacity}
        </dd>
      </div>
      <div>
        <dt>{t('lecturers')}</dt>
        <dd>{lecturers.map(({ fullName }) => fullName).join(', ') || t('nobodyYet')}</dd>
      </div>
      <div>
        <dt>{t('sessions')}</dt>
        <dd>
          <ul className={styles.sessions}>
            {sessions.map(({ id, title, startsAt, endsAt }) => (
              <li key={id}>
                {title}: {formats.time(startsAt)}–{formats.time(endsAt)}, {formats.date(startsAt)}
              </li>
            ))}
          </ul>
        </dd>
      </div>
    </dl>
  );
}

function Detail({ found }: { found: TrainingClass }) {
  const t = useTranslations('manage');
  const roster = useQuery({ ...rosterQuery(found.id), enabled: found.can.readRoster, refetchInterval: LIVE_MS });
  return (
    <>
      <Facts found={found} />
      {found.can.readRoster && (
        <Section title={t('roster')}>
          <QueryView query={roster}>{(list) => <RosterView roster={list} found={found} />}</QueryView>
        </Section>
      )}
    </>
  );
}

/** One class with its roster and attendance per session. */
function ClassRoster({ id }: { id: string }) {
  const t = useTranslations('manage');
  const query = useQuery(classQuery(id));
  const found = query.data;
  return (
    <Page
      title={found?.name ?? t('class')}
      back={{ href: '/ql/lop', label: t('classesTitle') }}
      lead={
        found && (
          <>
            {found.code} · <Content of={found.course.title} />
          </>
        )
      }
      width="full"
    >
      <QueryView query={query} lines={6}>
        {(loaded) => <Detail found={loaded} />}
      </QueryView>
    </Page>
  );
}

export default withDeskWords(ClassRoster);
