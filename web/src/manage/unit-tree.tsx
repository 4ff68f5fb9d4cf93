import { useInfiniteQuery } from '@tanstack/react-query';
import { IconHistory, IconUpload, IconUsers } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { mayKeepRegister, mayReadRecord, useSession } from '../api/session.js';
import { unitsQuery } from '../api/units.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { SearchField } from '../ui/search-field.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import { useAsked } from '../ui/use-asked.js';
import { AsOfStrip } from './as-of-strip.js';
import { DayField } from './day-field.js';
import { withDeskWords } from './desk-words.js';
import { Branch } from './unit-branch.js';
import { dayAsked, today } from './unit-days.js';
import { UnitRow } from './unit-row.js';
import { useOpenBranches } from './use-open-branches.js';
import styles from './units.module.css';

/** Typing is over when nothing came for so long. */

function Found({ q, asOf }: { q: string; asOf?: string }) {
  const t = useTranslations('units');
  const words = useTranslations('words');
  const query = useInfiniteQuery(unitsQuery({ asOf, q }));
  if (query.isPending) return <Loading lines={5} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const units = query.data.pages.flatMap(({ items }) => items);
  const count = units.length;
  return (
    <>
      <p role="status">{query.hasNextPage ? t('manyResults', { count }) : t('results', { count })}</p>
      {count === 0 && <Empty title={t('results', { count })}>{t('nothing')}</Empty>}
      {count > 0 && (
        <ul className={styles.tree} aria-label={t('results', { count })}>
          {units.map((unit) => (
            <li key={unit.id}>
              <UnitRow unit={unit} asOf={asOf} withParent />
            </li>
          ))}
        </ul>
      )}
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

/** To the screens for which a phone has no room in its bar. */
function Ways() {
  const t = useTranslations('units');
  const session = useSession();
  return (
    <>
      <LinkButton href="/ql/nguoi" look="quiet" icon={<IconUsers size={22} aria-hidden />}>
        {t('people')}
      </LinkButton>
      {mayKeepRegister(session) && (
        <LinkButton href="/ql/nhap" look="quiet" icon={<IconUpload size={22} aria-hidden />}>
          {t('import')}
        </LinkButton>
      )}
      {mayReadRecord(session) && (
        <LinkButton href="/ql/nhat-ky" look="quiet" icon={<IconHistory size={22} aria-hidden />}>
          {t('record')}
        </LinkButton>
      )}
    </>
  );
}

/** The units that an officer answers for, as they were organised on any day: a tree, or what a search finds. */
function UnitTree() {
  const t = useTranslations('units');
  const branches = useOpenBranches();
  const { given, choose } = useAsked<'ngay' | 'tim'>();
  const asOf = dayAsked(given('ngay') ?? null);
  const asked = given('tim') ?? '';
  return (
    <Page title={t('title')} lead={t('lead')} actions={<Ways />} width="full">
      <div className={styles.filters}>
        <SearchField label={t('find')} words={asked} maxLength={200} onSearch={(words) => choose('tim', words)} />
        <DayField label={t('asOf')} value={asOf ?? today()} onChange={(day) => choose('ngay', dayAsked(day))} />
      </div>
      {asOf !== undefined && <AsOfStrip day={asOf} onToday={() => choose('ngay', undefined)} />}
      {asked === '' ? (
        <div className={styles.box}>
          <Branch key={asOf} asOf={asOf} branches={branches} />
        </div>
      ) : (
        <Found q={asked} asOf={asOf} />
      )}
    </Page>
  );
}

export default withDeskWords(UnitTree);
