import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { issueCodes } from '../api/code-sheets.js';
import { organisationsQuery } from '../api/organisations.js';
import { peopleListQuery } from '../api/people.js';
import type { IssuedCode, PersonLine } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { SelectField, TextField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import { CodeCards } from './code-cards.js';
import styles from './code-sheets.module.css';

/** As many as the server issues at once. */
const MOST = 200;

interface Chosen {
  ids: ReadonlySet<string>;
  change(ids: ReadonlySet<string>): void;
}

function People({ people, chosen }: { people: PersonLine[]; chosen: Chosen }) {
  const toggle = (id: string): void => {
    const next = new Set(chosen.ids);
    if (!next.delete(id)) next.add(id);
    chosen.change(next);
  };
  return (
    <ul className={styles.people}>
      {people.map(({ id, fullName, offices: [office] }) => (
        <li key={id}>
          <label className={styles.person}>
            <input
              type="checkbox"
              checked={chosen.ids.has(id)}
              disabled={!chosen.ids.has(id) && chosen.ids.size >= MOST}
              onChange={() => toggle(id)}
            />
            <span>
              <strong>{fullName}</strong>
              {office && <span className={styles.unit}>{office.organisation.name}</span>}
            </span>
          </label>
        </li>
      ))}
    </ul>
  );
}

function Chooser({ organisationId, chosen }: { organisationId: string; chosen: Chosen }) {
  const t = useTranslations('codeSheets');
  const [words, setWords] = useState('');
  const q = useDeferredValue(words.trim());
  const query = useInfiniteQuery(peopleListQuery({ organisationId, ...(q ? { q } : {}) }));
  const people = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const all = (): void => chosen.change(new Set([...chosen.ids, ...people.map(({ id }) => id)].slice(0, MOST)));
  return (
    <>
      <TextField
        {...{ label: t('find'), type: 'search', autoComplete: 'off', value: words, maxLength: 120 }}
        onChange={(event) => setWords(event.target.value)}
      />
      {query.isPending && <Loading lines={6} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {query.isSuccess && people.length === 0 && <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>}
      {people.length > 0 && (
        <>
          <div className={styles.actions}>
            <ActionButton look="quiet" onClick={all}>
              {t('chooseAll')}
            </ActionButton>
            <ActionButton look="quiet" onClick={() => chosen.change(new Set())}>
              {t('chooseNone')}
            </ActionButton>
          </div>
          <People people={people} chosen={chosen} />
        </>
      )}
      {query.hasNextPage && (
        <div>
          <ActionButton look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </ActionButton>
        </div>
      )}
    </>
  );
}

/** Nobody can show these again: leaving the page by mistake is asked about. */
function useKeepOpen(): void {
  useEffect(() => {
    window.scrollTo(0, 0);
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, []);
}

function Issued({ codes, onDone }: { codes: IssuedCode[]; onDone(): void }) {
  const t = useTranslations('codeSheets');
  useKeepOpen();
  return (
    <Page
      title={t('issuedTitle', { count: codes.length })}
      lead={t('issuedLead')}
      width="full"
      actions={
        <>
          <ActionButton onClick={() => window.print()}>{t('print')}</ActionButton>
          <ActionButton look="quiet" onClick={onDone}>
            {t('done')}
          </ActionButton>
        </>
      }
    >
      <CodeCards codes={codes} />
    </Page>
  );
}

/** Sign-in codes on cards for people of one's units. */
export default function CodeSheets() {
  const t = useTranslations('codeSheets');
  const { data: organisations = [] } = useQuery(organisationsQuery);
  const [organisationId, setOrganisationId] = useState('');
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  // In this component alone: no cache, no store on the device.
  const [codes, setCodes] = useState<IssuedCode[]>([]);
  const issuing = useMutation({ mutationFn: () => issueCodes([...ids]), onSuccess: setCodes, gcTime: 0 });
  const done = (): void => {
    setCodes([]);
    setIds(new Set());
    issuing.reset();
  };
  if (codes.length > 0) return <Issued codes={codes} onDone={done} />;
  const unitId = organisationId || (organisations[0]?.id ?? '');
  return (
    <Page title={t('title')} lead={t('lead')}>
      {organisations.length > 1 && (
        <SelectField
          label={t('unit')}
          value={unitId}
          onChange={(event) => setOrganisationId(event.target.value)}
          data={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      {unitId && <Chooser key={unitId} organisationId={unitId} chosen={{ ids, change: setIds }} />}
      {issuing.isError && <Failure error={issuing.error} />}
      <div className={styles.foot}>
        <p role="status">{ids.size >= MOST ? t('most', { count: MOST }) : t('chosen', { count: ids.size })}</p>
        <p className={styles.unit}>{t('replaces')}</p>
        <ActionButton busy={issuing.isPending} disabled={ids.size === 0} onClick={() => issuing.mutate()}>
          {t('issue')}
        </ActionButton>
      </div>
    </Page>
  );
}
