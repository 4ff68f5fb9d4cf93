import { useQuery } from '@tanstack/react-query';
import { IconEye } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { personQuery } from '../api/people.js';
import type { OfficeOfPerson, Person } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { QueryView } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { ActSheet } from './act-sheet.js';
import { withDeskWords } from './desk-words.js';
import { PersonRoles } from './person-roles.js';
import { PersonTeaching } from './person-teaching.js';
import { TermDays } from './term-days.js';
import { UnmaskForm, type Unmasked } from './unmask-form.js';
import { unitHref } from './unit-words.js';
import styles from './units.module.css';

/** What is known of a person, masked until somebody says why it is needed. */
function PersonFacts({ person, shown }: { person: Person; shown: Unmasked | null }) {
  const t = useTranslations('person');
  const formats = useFormats();
  const birthDate = shown ? shown.birthDate && formats.date(shown.birthDate) : person.birthDate;
  const phones = shown ? shown.phones : person.phones;
  const rows: [string, string][] = [
    [t('birthDate'), birthDate ?? t('unknown')],
    [t('phones'), phones.length > 0 ? phones.join(', ') : t('unknown')],
    [t('gender'), person.gender ? t(`genders.${person.gender}`) : t('unknown')],
    [t('account'), person.hasAccount ? t('hasAccount') : t('noAccount')],
  ];
  return (
    <dl className={styles.facing}>
      {rows.map(([term, text]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function PrivateFacts({ person }: { person: Person }) {
  const t = useTranslations('person');
  const [isAsking, setAsking] = useState(false);
  const [shown, setShown] = useState<Unmasked | null>(null);
  const close = (): void => setAsking(false);
  return (
    <section className={styles.card} aria-label={t('facts')}>
      <PersonFacts person={person} shown={shown} />
      <div role="status" className={shown ? styles.facts : 'visually-hidden'}>
        {shown && t('looked')}
      </div>
      {person.can.unmask && !shown && (
        <div>
          <ActionButton
            look="quiet"
            aria-haspopup="dialog"
            icon={<IconEye size={22} aria-hidden />}
            onClick={() => setAsking(true)}
          >
            {t('unmask')}
          </ActionButton>
        </div>
      )}
      <ActSheet opened={isAsking} onClose={close} title={t('unmask')} subject={person.fullName} submit={t('doUnmask')}>
        <UnmaskForm
          personId={person.id}
          onShown={(data) => {
            setShown(data);
            close();
          }}
        />
      </ActSheet>
    </section>
  );
}

function OfficeOf({ office }: { office: OfficeOfPerson }) {
  const t = useTranslations('offices');
  return (
    <li className={styles.person}>
      <div>
        <p className={styles.eventTop}>
          <strong>
            <Content of={office.title.name} />
          </strong>
          {office.fullTime && <Tag>{t('fullTime')}</Tag>}
        </p>
        <Link href={unitHref(office.organisation.id)}>{office.organisation.name}</Link>
        <TermDays from={office.validFrom} to={office.validTo} />
      </div>
    </li>
  );
}

/** A person as those see them who answer for their units. */
function PersonScreen({ id }: { id: string }) {
  const t = useTranslations('person');
  return (
    <QueryView query={useQuery(personQuery(id))}>
      {(person) => (
        <Page title={person.fullName} back={{ href: '/ql/nguoi', label: t('back') }}>
          <PrivateFacts person={person} />
          <Section title={t('offices')}>
            {person.offices.length === 0 ? (
              <p>{t('noOffices')}</p>
            ) : (
              <div className={styles.box}>
                <ul className={styles.tree}>
                  {person.offices.map((office) => (
                    <OfficeOf key={office.id} office={office} />
                  ))}
                </ul>
              </div>
            )}
          </Section>
          <PersonRoles person={person} />
          <PersonTeaching person={person} />
        </Page>
      )}
    </QueryView>
  );
}

export default withDeskWords(PersonScreen);
