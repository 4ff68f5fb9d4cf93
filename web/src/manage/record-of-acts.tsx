import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { recordQuery } from '../api/record.js';
import type { AuditLine } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import { useAsked } from '../ui/use-asked.js';
import { DayField } from './day-field.js';
import { withDeskWords } from './desk-words.js';
import { RecordLine } from './record-line.js';
import { dayOf, isDay } from './unit-days.js';
import { UnitFilter } from './unit-filter.js';
import styles from './units.module.css';

interface Asked {
  organisationId?: string;
  from?: string;
  to?: string;
}

/** The lines of each day, newest first. */
function byDay(lines: AuditLine[]): [string, AuditLine[]][] {
  const days = new Map<string, AuditLine[]>();
  for (const line of lines) {
    const day = dayOf(Date.parse(line.occurredAt));
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}

function Lines({ asked }: { asked: Asked }) {
  const t = useTranslations('record');
  const words = useTranslations('words');
  const formats = useFormats();
  const query = useInfiniteQuery(recordQuery(asked));
  if (query.isPending) return <Loading lines={6} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const days = byDay(query.data.pages.flatMap(({ items }) => items));
  if (days.length === 0) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
  return (
    <>
      {days.map(([day, lines]) => (
        <Section key={day} title={`${formats.weekday(day)}, ${formats.date(day)}`}>
          <ul className={styles.lines}>
            {lines.map((line) => (
              <RecordLine key={line.id} line={line} withUnit={line.organisationId !== asked.organisationId} />
            ))}
          </ul>
        </Section>
      ))}
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

/** Who did what, when, in the units that an officer or auditor answers for. */
function RecordOfActs() {
  const t = useTranslations('record');
  const { given, choose } = useAsked<'don-vi' | 'tu' | 'den'>();
  const day = (key: 'tu' | 'den'): string | undefined => {
    const text = given(key) ?? '';
    return isDay(text) ? text : undefined;
  };
  const asked: Asked = { organisationId: given('don-vi'), from: day('tu'), to: day('den') };
  return (
    <Page title={t('title')} lead={t('lead')} width="full">
      <div className={styles.recordFilters}>
        <UnitFilter id={asked.organisationId} onPick={(id) => choose('don-vi', id)} />
        <DayField isOptional label={t('from')} value={asked.from ?? ''} onChange={(text) => choose('tu', text)} />
        <DayField isOptional label={t('to')} value={asked.to ?? ''} onChange={(text) => choose('den', text)} />
      </div>
      <Lines asked={asked} />
    </Page>
  );
}

export default withDeskWords(RecordOfActs);
