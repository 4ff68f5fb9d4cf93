import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { AuditLine } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { Tag } from '../ui/tag.js';
import { unitHref } from './unit-words.js';
import styles from './units.module.css';

/** What acts leave behind; each act has some of it. */
interface Details {
  onDate?: string;
  foundedOn?: string;
  validFrom?: string;
  parentId?: string;
  members?: number;
  workers?: number;
  role?: string;
  titleCode?: string;
  registerNumber?: string;
  personId?: string;
  mark?: string;
}

/** The act in words; one that has no words yet is named as it is recorded. */
function useActName() {
  const t = useTranslations('record');
  return (action: string): string => {
    const key = `acts.${action.replace('.', '_')}` as 'acts.classes_open-class';
    return t.has(key) ? t(key) : t('other', { action });
  };
}

/** What else is known of the act, one short sentence each. */
function useParticulars() {
  const t = useTranslations('record');
  const roles = useTranslations('roles');
  const formats = useFormats();
  return ({ action, details, names, reason }: AuditLine): string[] => {
    const { onDate, foundedOn, validFrom, parentId, members, workers, role, registerNumber, mark } = details as Details;
    const roleKey = role as 'auditor' | undefined;
    const markKey = `marks.${mark ?? ''}` as 'marks.present';
    const from = foundedOn ?? validFrom ?? onDate;
    const isCount = members !== undefined && workers !== undefined;
    return [
      action === 'organisation.move-unit' && t('movedTo', { name: names[parentId ?? ''] ?? t('unitAbove') }),
      isCount && t('counts', { members: formats.number(members), workers: formats.number(workers) }),
      roleKey && t('role', { role: roles.has(roleKey) ? roles(roleKey) : roleKey }),
      registerNumber && t('registerNumber', { number: registerNumber }),
      mark && t('mark', { mark: t.has(markKey) ? t(markKey) : mark }),
      from && (isCount ? t('onDay', { date: formats.date(from) }) : t('onDate', { date: formats.date(from) })),
      reason && t('reason', { reason }),
    ].filter((text): text is string => typeof text === 'string' && text !== '');
  };
}

interface RecordLineProps {
  line: AuditLine;
  /** False where every line is of the same unit. */
  withUnit: boolean;
}

function Concerned({ line, withUnit }: RecordLineProps) {
  const t = useTranslations('record');
  const { subjectKind, subjectId, organisationId, names } = line;
  const { personId } = line.details as Details;
  const person = subjectKind === 'person' ? subjectId : personId;
  const unit = organisationId !== null ? names[organisationId] : undefined;
  return (
    <>
      {person !== undefined && person !== line.actorId && (
        <p>{t('forPerson', { name: names[person] ?? t('someone') })}</p>
      )}
      {withUnit && organisationId !== null && unit !== undefined && <Link href={unitHref(organisationId)}>{unit}</Link>}
      {subjectKind === 'training-class' && <Link href={`/ql/lop/${subjectId}`}>{t('class')}</Link>}
    </>
  );
}

/** One act: who did what, to whom, where, when and why. */
export function RecordLine({ line, withUnit }: RecordLineProps) {
  const t = useTranslations('record');
  const formats = useFormats();
  const particulars = useParticulars()(line);
  const { actorId, names } = line;
  const who = actorId === null ? t('system') : (names[actorId] ?? t('superior'));
  return (
    <li className={styles.line}>
      <p className={styles.lineTime}>{formats.time(line.occurredAt)}</p>
      <div className={styles.lineBody}>
        <p className={styles.eventTop}>
          <strong>{useActName()(line.action)}</strong> {!line.sealed && <Tag>{t('notSealed')}</Tag>}
        </p>
        <p>{who}</p>
        <Concerned line={line} withUnit={withUnit} />
        {particulars.length > 0 && <p className={styles.facts}>{particulars.join(' · ')}</p>}
      </div>
    </li>
  );
}
