import { useInfiniteQuery } from '@tanstack/react-query';
import { IconUserPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { officesQuery } from '../api/people.js';
import type { OfficeTerm, Unit } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { Section } from '../ui/page.js';
import { Failure, Loading } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { ActSheet } from './act-sheet.js';
import { AppointForm } from './appoint-form.js';
import { EndOfficeForm } from './end-office-form.js';
import { TermDays } from './term-days.js';
import styles from './units.module.css';

interface OfficeRowProps {
  term: OfficeTerm;
  mayEnd: boolean;
  onEnd(): void;
}

function OfficeRow({ term, mayEnd, onEnd }: OfficeRowProps) {
  const t = useTranslations('offices');
  return (
    <li className={styles.person}>
      <div>
        <Link href={`/ql/nguoi/${term.person.id}`} className={styles.name}>
          {term.person.fullName}
        </Link>
        <p className={styles.eventTop}>
          <Content of={term.title.name} />
          {term.fullTime && <Tag>{t('fullTime')}</Tag>}
        </p>
        <TermDays from={term.validFrom} to={term.validTo} />
      </div>
      {mayEnd && (
        <ActionButton look="plain" aria-haspopup="dialog" onClick={onEnd}>
          {t('end')}
          <span className="visually-hidden"> {term.person.fullName}</span>
        </ActionButton>
      )}
    </li>
  );
}

interface OfficeListProps {
  unit: Unit;
  asOf?: string;
  onEnd(term: OfficeTerm): void;
}

function OfficeList({ unit, asOf, onEnd }: OfficeListProps) {
  const t = useTranslations('offices');
  const words = useTranslations('words');
  const query = useInfiniteQuery(officesQuery(unit.id, asOf));
  if (query.isPending) return <Loading lines={3} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const terms = query.data.pages.flatMap(({ items }) => items);
  if (terms.length === 0) return <p>{t('nobody')}</p>;
  return (
    <div className={styles.box}>
      <ul className={styles.tree}>
        {terms.map((term) => (
          <OfficeRow key={term.id} term={term} mayEnd={unit.can.rename} onEnd={() => onEnd(term)} />
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

/** Who holds which office of the unit on the day that is looked at. */
export function UnitOffices({ unit, asOf }: { unit: Unit; asOf?: string }) {
  const t = useTranslations('offices');
  const [act, setAct] = useState<'appoint' | OfficeTerm | null>(null);
  const close = (): void => setAct(null);
  const term = act === 'appoint' ? null : act;
  const add = unit.can.rename && (
    <ActionButton
      look="quiet"
      aria-haspopup="dialog"
      icon={<IconUserPlus size={22} aria-hidden />}
      onClick={() => setAct('appoint')}
    >
      {t('appoint')}
    </ActionButton>
  );
  return (
    <Section title={t('title')} aside={add}>
      <OfficeList unit={unit} asOf={asOf} onEnd={setAct} />
      {unit.children > 0 && (
        <p>
          <Link href={`/ql/nguoi?don-vi=${unit.id}`}>{t('everybody')}</Link>
        </p>
      )}
      <ActSheet
        opened={act !== null}
        onClose={close}
        title={term ? t('endTitle') : t('appoint')}
        subject={term ? term.person.fullName : unit.name}
        submit={term ? t('doEnd') : t('save')}
      >
        {act === 'appoint' && <AppointForm unit={unit} onDone={close} />}
        {term && <EndOfficeForm termId={term.id} onDone={close} />}
      </ActSheet>
    </Section>
  );
}
