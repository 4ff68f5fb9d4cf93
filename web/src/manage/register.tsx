import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { registerQuery } from '../api/certificates.js';
import { organisationsQuery } from '../api/organisations.js';
import type { RegisterEntry } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { CertificateState } from '../ui/certificate-state.js';
import { SelectField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import { withDeskWords } from './desk-words.js';
import styles from './manage.module.css';

function Entry({ entry }: { entry: RegisterEntry }) {
  const t = useTranslations('register');
  const formats = useFormats();
  const { registerNumber, holder, courseTitle, issuedOn, expiresOn, state } = entry;
  return (
    <tr>
      <th scope="row">{registerNumber}</th>
      <td data-label={t('holder')}>
        <span>
          <strong>{holder.fullName}</strong>
          {holder.unit && <span className={styles.unit}>{holder.unit}</span>}
        </span>
      </td>
      <td data-label={t('course')}>
        <Content of={courseTitle} />
      </td>
      <td data-label={t('issuedOn')}>{formats.date(issuedOn)}</td>
      <td data-label={t('expiresOn')}>{expiresOn ? formats.date(expiresOn) : t('never')}</td>
      <td data-label={t('state')}>
        <CertificateState state={state} />
      </td>
    </tr>
  );
}

function Entries({ entries }: { entries: RegisterEntry[] }) {
  const t = useTranslations('register');
  return (
    <div className={styles.box}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t('number')}</th>
            <th scope="col">{t('holder')}</th>
            <th scope="col">{t('course')}</th>
            <th scope="col">{t('issuedOn')}</th>
            <th scope="col">{t('expiresOn')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function List({ organisationId }: { organisationId: string | null }) {
  const t = useTranslations('register');
  const query = useInfiniteQuery(registerQuery(organisationId));
  if (query.isPending) return <Loading lines={6} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const entries = query.data.pages.flatMap(({ items }) => items);
  if (entries.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return (
    <>
      <Entries entries={entries} />
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

/** The register of certificates of the units one answers for. */
function Register() {
  const t = useTranslations('register');
  const [organisationId, setOrganisationId] = useState<string | null>(null);
  const { data: organisations = [] } = useQuery(organisationsQuery);
  return (
    <Page title={t('title')} lead={t('lead')} width="full">
      {organisations.length > 1 && (
        <div className={styles.filters}>
          <SelectField
            label={t('issuer')}
            value={organisationId ?? ''}
            onChange={(event) => setOrganisationId(event.target.value || null)}
            data={[
              { value: '', label: t('allIssuers') },
              ...organisations.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
      )}
      <List key={organisationId} organisationId={organisationId} />
    </Page>
  );
}

export default withDeskWords(Register);
