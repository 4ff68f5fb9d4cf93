import { IconPencil } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { ClassSession, Roster, RosterRow, TrainingClass } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { TextField } from './fields.js';
import { MarkSheet } from './mark-sheet.js';
import { Empty } from './states.js';
import styles from './roster-view.module.css';
import { Tag } from './tag.js';
import { foldVietnamese, byGivenName } from './vietnamese.js';
import { VerdictTag } from './verdict.js';

/** Worth a search field from here on. */
const LONG_LIST = 12;

interface Marking {
  row: RosterRow;
  session: ClassSession;
}

interface RowProps {
  row: RosterRow;
  found: TrainingClass;
  onMark(marking: Marking): void;
}

/** One session of one person: the verdict; for who may change it, the verdict is the button. */
function Cell({ row, session, found, onMark }: RowProps & { session: ClassSession }) {
  const t = useTranslations('roster');
  const mark = row.sessions.find(({ sessionId }) => sessionId === session.id);
  const basis = mark?.basis === 'online' ? t('minutes', { minutes: Math.round(mark.minutes) }) : null;
  const words = (
    <>
      <VerdictTag verdict={mark?.verdict ?? null} isInTable />
      {(basis ?? mark?.basis === 'manual') && <span className={styles.soft}>{basis ?? t('byHand')}</span>}
    </>
  );
  if (!found.can.markAttendance || row.registrationState !== 'registered') {
    return <div className={styles.cell}>{words}</div>;
  }
  return (
    <button type="button" className={`${styles.cell} ${styles.change}`} onClick={() => onMark({ row, session })}>
      {words}
      <IconPencil size={18} aria-hidden />
      <span className="visually-hidden">{t('changeOf', { name: row.fullName, session: session.title })}</span>
    </button>
  );
}

function Row({ row, found, onMark }: RowProps) {
  const t = useTranslations('roster');
  const formats = useFormats();
  return (
    <tr>
      <th scope="row" className={styles.person}>
        {row.fullName}
        {row.unit && <span className={styles.soft}>{row.unit}</span>}
        {row.registrationState !== 'registered' && <Tag tone="gold">{t(`registration.${row.registrationState}`)}</Tag>}
      </th>
      {found.sessions.map((session) => (
        <td key={session.id} data-label={session.title}>
          <Cell row={row} session={session} found={found} onMark={onMark} />
        </td>
      ))}
      <td data-label={t('share')} className={styles.share}>
        {formats.percent(Math.round(row.percent))}
      </td>
      <td data-label={t('enrolment')}>{t(`enrolmentStates.${row.enrolmentState}`)}</td>
    </tr>
  );
}

function Table({ rows, found, onMark }: { rows: RosterRow[]; found: TrainingClass; onMark(marking: Marking): void }) {
  const t = useTranslations('roster');
  return (
    // A wide table scrolls by itself, by finger and by keyboard, instead of widening the page.
    <div className={styles.scroll} role="group" aria-label={t('title')} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('person')}</th>
            {found.sessions.map(({ id, title }) => (
              <th key={id} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">{t('share')}</th>
            <th scope="col">{t('enrolment')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.personId} row={row} found={found} onMark={onMark} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Who is in the class and how they attended each session; sorted by given name, as Vietnamese lists are. */
export function RosterView({ roster, found }: { roster: Roster; found: TrainingClass }) {
  const t = useTranslations('roster');
  const [words, setWords] = useState('');
  const [marking, setMarking] = useState<Marking | null>(null);
  const rows = useMemo(() => {
    const asked = foldVietnamese(words);
    return roster.items
      .filter(({ fullName, unit }) => foldVietnamese(`${fullName} ${unit ?? ''}`).includes(asked))
      .sort((a, b) => byGivenName(a.fullName, b.fullName));
  }, [roster.items, words]);
  if (roster.items.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  const { registered, waitlisted } = roster.counts;
  return (
    <>
      <p>{t('counts', { registered, waitlisted })}</p>
      {roster.items.length >= LONG_LIST && (
        <TextField
          label={t('find')}
          type="search"
          value={words}
          autoComplete="off"
          onChange={(event) => setWords(event.target.value)}
        />
      )}
      {rows.length === 0 ? <p>{t('nobody')}</p> : <Table rows={rows} found={found} onMark={setMarking} />}
      <MarkSheet marking={marking} classId={found.id} onClose={() => setMarking(null)} />
    </>
  );
}
