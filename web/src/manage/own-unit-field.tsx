import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { unitQuery, unitsQuery } from '../api/units.js';
import { Loading } from '../ui/states.js';
import { UnitPicker, type PickedUnit } from './unit-picker.js';

interface OwnUnit {
  value: PickedUnit | null;
  isLoading: boolean;
  choose(unit: PickedUnit | null): void;
}

/** A unit of one's own: the one named, else the only one at the top of what one answers for, else the one chosen. */
export function useOwnUnit(namedId: string | null): OwnUnit {
  const named = useQuery({ ...unitQuery(namedId ?? ''), enabled: namedId !== null });
  const top = useInfiniteQuery(unitsQuery({}));
  const [chosen, setChosen] = useState<PickedUnit | null>();
  const own = top.data?.pages.flatMap(({ items }) => items) ?? [];
  const only = own.length === 1 ? own[0] : undefined;
  const first = named.data ?? only;
  return {
    value: chosen === undefined ? (first ? { id: first.id, name: first.name } : null) : chosen,
    isLoading: top.isPending || named.isLoading,
    choose: setChosen,
  };
}

interface OwnUnitFieldProps {
  unit: OwnUnit;
  label: string;
  error?: string;
}

export function OwnUnitField({ unit, label, error }: OwnUnitFieldProps) {
  if (unit.isLoading) return <Loading lines={2} />;
  return <UnitPicker label={label} value={unit.value} onChange={unit.choose} error={error} />;
}
