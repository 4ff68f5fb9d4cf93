import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { officeTitlesQuery, personQuery } from '../api/people.js';
import type { Reformed } from '../api/types.js';
import { useContentText } from '../i18n/bilingual.js';
import { LinkButton } from '../ui/button.js';
import { Section } from '../ui/page.js';
import { dayAsked } from './unit-days.js';
import { unitHref } from './unit-words.js';
import styles from './units.module.css';

function PersonName({ id }: { id: string }) {
  const t = useTranslations('record');
  const person = useQuery(personQuery(id)).data;
  return <Link href={`/ql/nguoi/${id}`}>{person?.fullName ?? t('someone')}</Link>;
}

function Substituted({ of }: { of: Reformed['substituted'] }) {
  const t = useTranslations('reform');
  const text = useContentText();
  const titles = useQuery(officeTitlesQuery).data ?? [];
  const nameOf = (code: string): string => {
    const title = titles.find((one) => one.code === code);
    return title ? text(title.name) : code;
  };
  if (of.length === 0) return null;
  return (
    <Section title={t('substituted')}>
      <p>{t('substitutedText')}</p>
      <ul className={styles.list}>
        {of.map(({ personId, titleCode, insteadCode }) => (
          <li key={`${personId}-${titleCode}`}>
            <PersonName id={personId} />: {t('instead', { before: nameOf(titleCode), after: nameOf(insteadCode) })}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function EndedRoles({ of }: { of: Reformed['endedRoles'] }) {
  const t = useTranslations('reform');
  const roles = useTranslations('roles');
  if (of.length === 0) return null;
  return (
    <Section title={t('endedRoles')}>
      <p>{t('endedRolesText')}</p>
      <ul className={styles.list}>
        {of.map(({ personId, role, organisationId }) => (
          <li key={`${personId}-${role}-${organisationId}`}>
            <PersonName id={personId} />: {roles(role)}
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface ReformDoneProps {
  result: Reformed;
  onDate: string;
  message: string;
}

/** What a merger or split did, and what is left for the officer to see to. */
export function ReformDone({ result, onDate, message }: ReformDoneProps) {
  const t = useTranslations('reform');
  return (
    <>
      <div role="status" className={styles.done}>
        {message} {t('carried', { count: result.personIds.length })}
      </div>
      <Substituted of={result.substituted} />
      <EndedRoles of={result.endedRoles} />
      <div className={styles.buttons}>
        {result.unitIds.map((id, index) => (
          <LinkButton key={id} href={unitHref(id, dayAsked(onDate))} look={index === 0 ? 'primary' : 'quiet'}>
            {result.unitIds.length === 1 ? t('openUnit') : t('openPart', { number: index + 1 })}
          </LinkButton>
        ))}
      </div>
    </>
  );
}
