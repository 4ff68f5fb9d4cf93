import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useSearchParams } from 'wouter';
import { ApiProblem } from '../api/problem.js';
import { mayReadRecord, useSession } from '../api/session.js';
import type { Unit, UnitHistory } from '../api/types.js';
import { unitHistoryQuery, unitQuery, unitsQuery } from '../api/units.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { Empty, Failure, Loading, QueryView } from '../ui/states.js';
import { AsOfStrip } from './as-of-strip.js';
import { DayField } from './day-field.js';
import { withDeskWords } from './desk-words.js';
import { RegisterExport } from './register-export.js';
import { UnitActs } from './unit-acts.js';
import { dayAsked, dayBefore, today } from './unit-days.js';
import { UnitFacts } from './unit-facts.js';
import { lifeOf } from './unit-history.js';
import { UnitOffices } from './unit-offices.js';
import { ComingChanges, UnitStory } from './unit-story.js';
import { UnitRow } from './unit-row.js';
import { unitHref } from './unit-words.js';
import styles from './units.module.css';

function Path({ ancestors, asOf }: { ancestors: Unit['ancestors']; asOf?: string }) {
  const t = useTranslations('unit');
  return (
    <nav aria-label={t('path')}>
      <ol className={styles.path}>
        <li>
          <Link href={asOf === undefined ? '/ql/don-vi' : `/ql/don-vi?ngay=${asOf}`}>{t('all')}</Link>
        </li>
        {ancestors.map(({ id, name }) => (
          <li key={id}>
            <Link href={unitHref(id, asOf)}>{name}</Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Children({ unit, asOf }: { unit: Unit; asOf?: string }) {
  const words = useTranslations('words');
  const query = useInfiniteQuery(unitsQuery({ asOf, parentId: unit.id }));
  if (query.isPending) return <Loading lines={3} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <div className={styles.box}>
      <ul className={styles.tree}>
        {query.data.pages
          .flatMap(({ items }) => items)
          .map((child) => (
            <li key={child.id}>
              <UnitRow unit={child} asOf={asOf} />
            </li>
          ))}
      </ul>
      {query.hasNextPage && (
        <div className={styles.more}>
          <ActionButton look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words('more')}
          </ActionButton>
        </div>
      )}
    </div>
  );
}

interface OnADay {
  asOf?: string;
  onDay(day: string | undefined): void;
}

function Times({ asOf, onDay }: OnADay) {
  const t = useTranslations('units');
  return (
    <>
      {asOf !== undefined && <AsOfStrip day={asOf} onToday={() => onDay(undefined)} />}
      <div className={styles.day}>
        <DayField label={t('asOf')} value={asOf ?? today()} onChange={(day) => onDay(dayAsked(day))} />
      </div>
    </>
  );
}

function RecordLink({ id }: { id: string }) {
  const t = useTranslations('unit');
  if (!mayReadRecord(useSession())) return null;
  return (
    <LinkButton href={`/ql/nhat-ky?don-vi=${id}`} look="plain" icon={<IconHistory size={22} aria-hidden />}>
      {t('record')}
    </LinkButton>
  );
}

function Story({ id, withRecord }: { id: string; withRecord: boolean }) {
  const t = useTranslations('history');
  return (
    <Section title={t('title')} aside={withRecord && <RecordLink id={id} />}>
      <UnitStory id={id} />
    </Section>
  );
}

/** A unit that is not there on the day asked for, but was or will be. */
function Absent({ id, history, asOf, onDay }: OnADay & { id: string; history: UnitHistory }) {
  const t = useTranslations('unit');
  const formats = useFormats();
  const life = lifeOf(history);
  if (!life) return null;
  const day = asOf ?? today();
  const nearest = day < life.from || life.to === null ? life.from : dayBefore(life.to);
  return (
    <Page title={life.name} above={<Path ancestors={[]} />} width="full">
      <Times asOf={asOf} onDay={onDay} />
      <Empty
        title={t('absentTitle')}
        action={
          <LinkButton href={unitHref(id, nearest)} look="quiet">
            {t('seeOn', { date: formats.date(nearest) })}
          </LinkButton>
        }
      >
        {t('absentText', { date: formats.date(day) })}
      </Empty>
      {/* The record of a unit is read by who answers for its place; one that is gone has none. */}
      <Story id={id} withRecord={false} />
    </Page>
  );
}

function Present({ unit, asOf, onDay }: OnADay & { unit: Unit }) {
  const t = useTranslations('unit');
  const [done, setDone] = useState<string | null>(null);
  const [, navigate] = useLocation();
  const acts = (
    <>
      <UnitActs
        unit={unit}
        onDone={setDone}
        onFounded={({ id, validFrom }) => navigate(unitHref(id, dayAsked(validFrom)))}
      />
      {/* A list is of today's register. */}
      {asOf === undefined && <RegisterExport unitId={unit.id} />}
    </>
  );
  return (
    <Page title={unit.name} above={<Path ancestors={unit.ancestors} asOf={asOf} />} actions={acts} width="full">
      <div role="status" className={done === null ? 'visually-hidden' : styles.done}>
        {done}
      </div>
      <ComingChanges id={unit.id} />
      <Times asOf={asOf} onDay={onDay} />
      <UnitFacts unit={unit} />
      {unit.children > 0 && (
        <Section title={t('children')} aside={t('childrenCount', { count: unit.children })}>
          <Children unit={unit} asOf={asOf} />
        </Section>
      )}
      <UnitOffices unit={unit} asOf={asOf} />
      <Story id={unit.id} withRecord />
    </Page>
  );
}

/** One unit on a day: what it is, what belongs to it, what happened to it, and what may be done. */
function UnitScreen({ id }: { id: string }) {
  const [params, setParams] = useSearchParams();
  const asOf = dayAsked(params.get('ngay'));
  const unit = useQuery(unitQuery(id, asOf));
  const isAbsent = unit.error instanceof ApiProblem && unit.error.status === 404;
  const history = useQuery({ ...unitHistoryQuery(id), enabled: isAbsent });
  const onDay = (day: string | undefined): void => setParams(day === undefined ? {} : { ngay: day });
  if (isAbsent && history.data) return <Absent id={id} history={history.data} asOf={asOf} onDay={onDay} />;
  if (isAbsent && history.isPending) return <Loading lines={6} />;
  return <QueryView query={unit}>{(found) => <Present unit={found} asOf={asOf} onDay={onDay} />}</QueryView>;
}

export default withDeskWords(UnitScreen);
