import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { officesQuery } from '../api/people.js';
import { unitQuery } from '../api/units.js';
import { useFormats } from '../i18n/formats.js';
import { Failure, Loading } from '../ui/states.js';
import { dayAsked } from './unit-days.js';
import styles from './units.module.css';

/** What goes with a unit that ends: the units below it, its people and its counts, as they are on the day. */
export function MovingUnit({ id, onDate }: { id: string; onDate: string }) {
  const t = useTranslations('reform');
  const formats = useFormats();
  const asOf = dayAsked(onDate);
  const unit = useQuery(unitQuery(id, asOf));
  const offices = useInfiniteQuery(officesQuery(id, asOf));
  if (unit.isPending || offices.isPending) return <Loading lines={2} />;
  if (unit.isError) return <Failure error={unit.error} />;
  if (offices.isError) return <Failure error={offices.error} />;
  const { name, code, children, headCount } = unit.data;
  const people = new Set(offices.data.pages.flatMap(({ items }) => items.map(({ person }) => person.id))).size;
  const count = { members: formats.number(headCount?.members ?? 0), workers: formats.number(headCount?.workers ?? 0) };
  return (
    <>
      <strong>{name}</strong>
      <span className={styles.facts}>
        {[
          code,
          t('children', { count: children }),
          offices.hasNextPage ? t('manyPeople', { count: people }) : t('people', { count: people }),
          headCount ? t('heads', count) : t('noHeads'),
        ].join(' · ')}
      </span>
    </>
  );
}
