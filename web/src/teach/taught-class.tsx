import { useQuery } from '@tanstack/react-query';
import { IconMapPin, IconQrcode, IconVideo } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { classQuery, rosterQuery } from '../api/classes.js';
import type { ClassSession, Roster, TrainingClass } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { LinkButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { RosterView } from '../ui/roster-view.js';
import { QueryView } from '../ui/states.js';
import { useNow } from '../ui/use-now.js';
import styles from './taught-class.module.css';
import { withStudioWords } from './studio-words.js';

const MINUTE_MS = 60_000;
const LIVE_MS = 10_000;
const DOOR_OPENS_BEFORE_MS = 30 * MINUTE_MS;

const hasDoorOpened = ({ startsAt }: ClassSession, now: number): boolean =>
  now >= Date.parse(startsAt) - DOOR_OPENS_BEFORE_MS;

/** The projector is offered from half an hour before the session until its end, as the server allows. */
function isDoorOpen(session: ClassSession, now: number): boolean {
  return hasDoorOpened(session, now) && now <= Date.parse(session.endsAt);
}

function SessionCard({ session, roster, found }: { session: ClassSession; roster?: Roster; found: TrainingClass }) {
  const t = useTranslations('teach');
  const formats = useFormats();
  const now = useNow(MINUTE_MS);
  const present = roster?.counts.present.find(({ sessionId }) => sessionId === session.id)?.count;
  const isOnline = session.mode === 'online';
  return (
    <li className={styles.session}>
      <div className={styles.words}>
        <h3>{session.title}</h3>
        <p>
          {formats.weekday(session.startsAt)}, {formats.date(session.startsAt)} · {formats.time(session.startsAt)}–
          {formats.time(session.endsAt)}
        </p>
        <p className={styles.place}>
          {isOnline ? <IconVideo size={20} aria-hidden /> : <IconMapPin size={20} aria-hidden />}
          {isOnline ? t('online') : (session.place ?? t('noPlace'))}
        </p>
        {present !== undefined && roster && hasDoorOpened(session, now) && (
          <p className={styles.present}>{t('presentOf', { present, registered: roster.counts.registered })}</p>
        )}
      </div>
      {!isOnline && found.can.showCode && isDoorOpen(session, now) && (
        <LinkButton href={`/day/${found.id}/buoi/${session.id}`} icon={<IconQrcode size={22} aria-hidden />}>
          {t('openCheckIn')}
        </LinkButton>
      )}
      {!isOnline && !isDoorOpen(session, now) && Date.parse(session.startsAt) > now && (
        <p className={styles.soft}>{t('codeLater')}</p>
      )}
    </li>
  );
}

function Detail({ found }: { found: TrainingClass }) {
  const t = useTranslations('teach');
  const roster = useQuery({ ...rosterQuery(found.id), enabled: found.can.readRoster, refetchInterval: LIVE_MS });
  return (
    <>
      <Section title={t('sessions')}>
        <ul className={styles.sessions}>
          {found.sessions.map((session) => (
            <SessionCard key={session.id} session={session} roster={roster.data} found={found} />
          ))}
        </ul>
      </Section>
      {found.can.readRoster && (
        <Section title={t('roster')}>
          <QueryView query={roster}>{(list) => <RosterView roster={list} found={found} />}</QueryView>
        </Section>
      )}
    </>
  );
}

function TaughtClass({ id }: { id: string }) {
  const t = useTranslations('teach');
  const query = useQuery(classQuery(id));
  const found = query.data;
  return (
    <Page
      title={found?.name ?? t('class')}
      back={{ href: '/day', label: t('back') }}
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

export default withStudioWords(TaughtClass);
