import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { officeTitlesQuery, peopleListQuery, type PeopleAsked } from '../api/people.js';
import { mayKeepRegister, useSession } from '../api/session.js';
import type { Person, PersonLine } from '../api/types.js';
import { Content, useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { SelectField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { SearchField } from '../ui/search-field.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import { useAsked } from '../ui/use-asked.js';
import { ActSheet } from './act-sheet.js';
import { withDeskWords } from './desk-words.js';
import table from './manage.module.css';
import { RegisterPersonForm } from './register-person-form.js';
import { UnitFilter } from './unit-filter.js';
import styles from './units.module.css';

/** Typing is over when nothing came for so long. */

function Row({ person }: { person: PersonLine }) {
  const t = useTranslations('people');
  const words = useTranslations('person');
  return (
    <tr>
      <th scope="row" className={table.nameCell}>
        <Link href={`/ql/nguoi/${person.id}`} className={styles.name}>
          {person.fullName}
        </Link>
      </th>
      <td>
        <ul className={styles.plain}>
          {person.offices.map(({ id, title, organisation }) => (
            <li key={id}>
              <Content of={title.name} />
              <span className={styles.facts}>{organisation.name}</span>
            </li>
          ))}
        </ul>
      </td>
      <td data-label={t('birthDate')} className={`${table.oneLine} ${table.brief}`}>
        {person.birthDate ?? words('unknown')}
      </td>
      <td className={table.brief}>{person.hasAccount ? words('hasAccount') : words('noAccount')}</td>
    </tr>
  );
}

function Table({ people }: { people: PersonLine[] }) {
  const t = useTranslations('people');
  return (
    <div className={table.box}>
      <table className={`${table.table} ${table.compact}`}>
        <thead>
          <tr>
            <th scope="col">{t('name')}</th>
            <th scope="col">{t('offices')}</th>
            <th scope="col">{t('birthDate')}</th>
            <th scope="col">{t('account')}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <Row key={person.id} person={person} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Found({ asked, onClear }: { asked: PeopleAsked; onClear(): void }) {
  const t = useTranslations('people');
  const words = useTranslations('words');
  // While the next letters are looked up, what was found before stays: a list that blinks cannot be read.
  const query = useInfiniteQuery({ ...peopleListQuery(asked), placeholderData: keepPreviousData });
  if (query.isPending) return <Loading lines={6} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const people = query.data.pages.flatMap(({ items }) => items);
  const count = people.length;
  const isFiltered = Object.values(asked).some((value) => value !== undefined);
  if (count === 0) {
    const clear = isFiltered && (
      <ActionButton look="quiet" onClick={onClear}>
        {t('clear')}
      </ActionButton>
    );
    return (
      <Empty title={t('emptyTitle')} action={clear}>
        {t('emptyText')}
      </Empty>
    );
  }
  return (
    <>
      <p role="status">{query.hasNextPage ? t('some', { count }) : t('count', { count })}</p>
      <Table people={people} />
      {query.hasNextPage && (
        <div>
          <ActionButton look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words('more')}
          </ActionButton>
        </div>
      )}
    </>
  );
}

function AddPerson({ unitId, onAdded }: { unitId?: string; onAdded(person: Person): void }) {
  const t = useTranslations('people');
  const [isAdding, setAdding] = useState(false);
  const close = (): void => setAdding(false);
  if (!mayKeepRegister(useSession())) return null;
  return (
    <>
      <ActionButton
        aria-haspopup="dialog"
        icon={<IconUserPlus size={22} aria-hidden />}
        onClick={() => setAdding(true)}
      >
        {t('add')}
      </ActionButton>
      <ActSheet opened={isAdding} onClose={close} title={t('add')} submit={t('save')}>
        <RegisterPersonForm
          unitId={unitId}
          onDone={(person) => {
            close();
            onAdded(person);
          }}
        />
      </ActSheet>
    </>
  );
}

type Filter = 'tim' | 'don-vi' | 'chuc-danh';

function useFilters() {
  const { given, ...act } = useAsked<Filter>();
  const asked: PeopleAsked = { q: given('tim'), organisationId: given('don-vi'), titleCode: given('chuc-danh') };
  return { asked, ...act };
}

interface FiltersProps {
  asked: PeopleAsked;
  choose(key: Filter, value: string | undefined): void;
}

function Filters({ asked, choose }: FiltersProps) {
  const t = useTranslations('people');
  const text = useContentText();
  const titles = useQuery(officeTitlesQuery).data ?? [];
  return (
    <div className={styles.peopleFilters}>
      <SearchField label={t('find')} words={asked.q ?? ''} onSearch={(words) => choose('tim', words)} />
      <SelectField
        label={t('office')}
        value={asked.titleCode ?? ''}
        onChange={(event) => choose('chuc-danh', event.target.value)}
        data={[
          { value: '', label: t('anyOffice') },
          ...titles.map(({ code, name }) => ({ value: code, label: text(name) })),
        ]}
      />
      <UnitFilter id={asked.organisationId} onPick={(id) => choose('don-vi', id)} />
    </div>
  );
}

/** Everybody who holds an office in the units that an officer answers for: by name, unit and office. */
function PeopleList() {
  const t = useTranslations('people');
  const [added, setAdded] = useState<Person | null>(null);
  const { asked, choose, clear } = useFilters();
  // Fields begin anew when everything is dropped at once.
  const [rounds, setRounds] = useState(0);
  const dropAll = (): void => {
    setRounds(rounds + 1);
    clear();
  };
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={<AddPerson unitId={asked.organisationId} onAdded={setAdded} />}
      width="full"
    >
      <div role="status" className={added === null ? 'visually-hidden' : styles.done}>
        {added && (
          <>
            {t('done', { name: added.fullName })}{' '}
            <Link href={`/ql/nguoi/${added.id}`}>{t('see', { name: added.fullName })}</Link>
          </>
        )}
      </div>
      <Filters key={rounds} asked={asked} choose={choose} />
      <Found asked={asked} onClear={dropAll} />
    </Page>
  );
}

export default withDeskWords(PeopleList);
