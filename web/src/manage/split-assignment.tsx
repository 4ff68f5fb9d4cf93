import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { officesQuery } from '../api/people.js';
import type { Unit } from '../api/types.js';
import { unitsQuery } from '../api/units.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { SelectField } from '../ui/fields.js';
import { Failure, Loading } from '../ui/states.js';
import form from './manage.module.css';
import type { Assigned, SplitForm } from './split-form.js';
import { dayAsked } from './unit-days.js';

interface Line {
  id: string;
  label: string;
  hint?: string;
}

interface AssignmentProps {
  title: string;
  lines: Line[];
  splitting: SplitForm;
  field: 'children' | 'people';
  /** When there are more to show. */
  onMore?: () => void;
}

/** Where each of some things goes: stays, or to one of the new units. */
function Assignment({ title, lines, splitting, field, onMore }: AssignmentProps) {
  const t = useTranslations('reform');
  const { ends, parts, [field]: assigned } = splitting.values;
  const options = parts.map(({ name }, index) => ({
    value: String(index),
    label: name.trim() || t('part', { number: index + 1 }),
  }));
  // What no part is given goes with the first one when the unit ends.
  const data = ends === 'yes' ? options : [{ value: '', label: t('stays') }, ...options];
  const assign = (id: string, to: string): void => {
    const { [id]: _former, ...others } = assigned;
    const next: Assigned = to === '' ? others : { ...others, [id]: Number(to) };
    splitting.setFieldValue(field, next);
  };
  if (lines.length === 0) return null;
  return (
    <fieldset className={form.fieldset}>
      <legend>{title}</legend>
      {lines.map(({ id, label, hint }) => (
        <SelectField
          key={id}
          {...{ label, hint, data }}
          value={String(assigned[id] ?? (ends === 'yes' ? 0 : ''))}
          onChange={(event) => assign(id, event.target.value)}
        />
      ))}
      {onMore && (
        <div>
          <ActionButton look="quiet" onClick={onMore}>
            {t('moreToAssign')}
          </ActionButton>
        </div>
      )}
    </fieldset>
  );
}

interface OfUnitProps {
  unit: Unit;
  splitting: SplitForm;
}

export function ChildrenAssignment({ unit, splitting }: OfUnitProps) {
  const t = useTranslations('reform');
  const asOf = dayAsked(splitting.values.onDate);
  const query = useInfiniteQuery(unitsQuery({ asOf, parentId: unit.id }));
  if (query.isPending) return <Loading lines={2} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const units = query.data.pages.flatMap(({ items }) => items);
  return (
    <Assignment
      title={t('whereChildren')}
      lines={units.map(({ id, name, code }) => ({ id, label: name, hint: code }))}
      {...{ splitting, field: 'children' }}
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
    />
  );
}

export function PeopleAssignment({ unit, splitting }: OfUnitProps) {
  const t = useTranslations('reform');
  const text = useContentText();
  const query = useInfiniteQuery(officesQuery(unit.id, dayAsked(splitting.values.onDate)));
  if (query.isPending) return <Loading lines={2} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  // Who holds two offices goes with both.
  const lines = new Map<string, Line>();
  for (const { person, title } of query.data.pages.flatMap(({ items }) => items)) {
    const before = lines.get(person.id)?.hint;
    const hint = before === undefined ? text(title.name) : `${before} · ${text(title.name)}`;
    lines.set(person.id, { id: person.id, label: person.fullName, hint });
  }
  return (
    <Assignment
      title={t('wherePeople')}
      lines={[...lines.values()]}
      {...{ splitting, field: 'people' }}
      onMore={query.hasNextPage ? () => void query.fetchNextPage() : undefined}
    />
  );
}
