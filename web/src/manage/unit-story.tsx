import { useQuery } from '@tanstack/react-query';
import { IconCalendarDue } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { actsOnQuery } from '../api/record.js';
import { mayReadRecord, useSession } from '../api/session.js';
import { unitHistoryQuery } from '../api/units.js';
import { useFormats } from '../i18n/formats.js';
import { QueryView } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { dayOf, daysBetween, today } from './unit-days.js';
import { eventsOf, type UnitEvent } from './unit-history.js';
import styles from './units.module.css';

/** A fact written down within so many days is not called late. */
const IN_TIME_DAYS = 1;
/** Beyond this the number of days says nothing to anybody; both dates stand there. */
const COUNTED_DAYS = 90;

/** What changed, in words; null where the kind of event says it all. */
function useWhat(): (event: UnitEvent) => string | null {
  const t = useTranslations('history');
  const formats = useFormats();
  return ({ kind, before, after, counts }) => {
    if (kind === 'founded' && after !== null) return t('name', { name: after });
    if (kind === 'renamed' && before !== null && after !== null) return t('change', { before, after });
    if (kind === 'counted' && counts !== null)
      return t('counts', { members: formats.number(counts.members), workers: formats.number(counts.workers) });
    if (kind !== 'moved') return null;
    return t('place', { before: before ?? t('above'), after: after ?? t('above') });
  };
}

function Recorded({ event }: { event: UnitEvent }) {
  const t = useTranslations('history');
  const formats = useFormats();
  const { recordedAt, actor } = event;
  const when = { time: formats.time(recordedAt), date: formats.date(recordedAt) };
  return (
    <p className={styles.facts}>
      {actor ? t('recordedBy', { who: actor.name ?? t('superior'), ...when }) : t('recorded', when)}
    </p>
  );
}

function Timing({ event }: { event: UnitEvent }) {
  const t = useTranslations('history');
  const formats = useFormats();
  const { kind, onDate, recordedAt, replacedAt } = event;
  if (replacedAt !== null) return <Tag>{t('replaced', { date: formats.date(replacedAt) })}</Tag>;
  const late = daysBetween(onDate, dayOf(Date.parse(recordedAt)));
  if (late < 0) return <Tag tone="blue">{t('ahead', { days: -late })}</Tag>;
  // Units are older than this register, and counts are of their day: both are always written down later.
  if (late <= IN_TIME_DAYS || kind === 'founded' || kind === 'counted') return null;
  return <Tag tone="gold">{late > COUNTED_DAYS ? t('veryLate') : t('late', { days: late })}</Tag>;
}

function Event({ event }: { event: UnitEvent }) {
  const t = useTranslations('history');
  const formats = useFormats();
  const what = useWhat()(event);
  const date = formats.date(event.onDate);
  return (
    <li className={styles.event} data-replaced={event.replacedAt !== null || undefined}>
      <p className={styles.eventDay}>{event.kind === 'counted' ? t('on', { date }) : t('from', { date })}</p>
      <div className={styles.eventBody}>
        <p className={styles.eventTop}>
          <strong>{t(event.kind)}</strong> <Timing event={event} />
        </p>
        {what !== null && <p>{what}</p>}
        <Recorded event={event} />
        {event.reason !== null && <p className={styles.facts}>{t('reason', { reason: event.reason })}</p>}
      </div>
    </li>
  );
}

function useStory(id: string) {
  const history = useQuery(unitHistoryQuery(id));
  const acts = useQuery({ ...actsOnQuery(id), enabled: mayReadRecord(useSession()) });
  return { history, lines: acts.data ?? [] };
}

/** What is decided already and will be so on a day to come. */
export function ComingChanges({ id }: { id: string }) {
  const t = useTranslations('unit');
  const words = useTranslations('history');
  const formats = useFormats();
  const whatOf = useWhat();
  const { history } = useStory(id);
  if (!history.data) return null;
  const coming = eventsOf(history.data, []).filter(({ onDate, replacedAt }) => replacedAt === null && onDate > today());
  if (coming.length === 0) return null;
  return (
    <div className={styles.coming}>
      <IconCalendarDue size={24} aria-hidden />
      <div>
        <p>
          <strong>{t('coming')}</strong>
        </p>
        <ul className={styles.plain}>
          {coming.reverse().map((event) => (
            <li key={event.key}>
              {[words('from', { date: formats.date(event.onDate) }), words(event.kind), whatOf(event)]
                .filter(Boolean)
                .join(': ')}
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Everything that happened to a unit: since when it is so, since when that is known, and who wrote it down. */
export function UnitStory({ id }: { id: string }) {
  const t = useTranslations('history');
  const { history, lines } = useStory(id);
  return (
    <QueryView query={history}>
      {(data) => {
        const events = eventsOf(data, lines);
        const former = events.filter(({ replacedAt }) => replacedAt !== null);
        return (
          <div className={styles.card}>
            <ol className={styles.story}>
              {events
                .filter(({ replacedAt }) => replacedAt === null)
                .map((event) => (
                  <Event key={event.key} event={event} />
                ))}
            </ol>
            {former.length > 0 && (
              <details className={styles.former}>
                <summary>{t('former', { count: former.length })}</summary>
                <ol className={styles.story}>
                  {former.map((event) => (
                    <Event key={event.key} event={event} />
                  ))}
                </ol>
              </details>
            )}
          </div>
        );
      }}
    </QueryView>
  );
}
