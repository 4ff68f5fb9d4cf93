import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { fieldErrors } from '../api/problem.js';
import type { Unit } from '../api/types.js';
import { mergeUnits, unitQuery } from '../api/units.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { Page } from '../ui/page.js';
import { Failure, QueryView } from '../ui/states.js';
import { withDeskWords } from './desk-words.js';
import { MovingUnit } from './moving-unit.js';
import { NewUnitFields, unitLike, useWithTier, type TypedUnit } from './new-unit-fields.js';
import { DecisionFields, undecided, useActOf, type Decided } from './reform-fields.js';
import { ReformDone } from './reform-done.js';
import { useActChecks } from './unit-act-form.js';
import { UnitPicker, type PickedUnit } from './unit-picker.js';
import { unitHref } from './unit-words.js';
import form from './manage.module.css';
import styles from './units.module.css';

interface Merging extends Decided {
  /** Into this unit, or this one too into a new one. */
  into: 'this' | 'new';
  units: PickedUnit[];
  fresh: TypedUnit;
}

type MergeForm = UseFormReturnType<Merging>;

function useMergeForm(unit: Unit): MergeForm {
  const t = useTranslations('reform');
  const { needed } = useActChecks();
  return useForm<Merging>({
    initialValues: { ...undecided(), into: 'this', units: [], fresh: unitLike(unit) },
    validate: {
      units: (units) => (units.length === 0 ? t('pickUnits') : null),
      onDate: needed,
      fresh: {
        name: (value, { into }) => (into === 'new' ? needed(value) : null),
        code: (value, { into }) => (into === 'new' ? needed(value) : null),
      },
    },
  });
}

function Sources({ unit, merging }: { unit: Unit; merging: MergeForm }) {
  const t = useTranslations('reform');
  const { units } = merging.values;
  const change = (next: PickedUnit[]): void => {
    merging.setFieldValue('units', next);
    merging.clearFieldError('units');
  };
  return (
    <fieldset className={form.fieldset}>
      <legend>{t('sources')}</legend>
      {units.length > 0 && (
        <ul className={styles.tree}>
          {units.map(({ id, name }) => (
            <li key={id} className={styles.person}>
              <span className={styles.grow}>{name}</span>
              <ActionButton look="plain" onClick={() => change(units.filter((one) => one.id !== id))}>
                {t('drop')}
                <span className="visually-hidden"> {name}</span>
              </ActionButton>
            </li>
          ))}
        </ul>
      )}
      <UnitPicker
        key={units.length}
        label={units.length === 0 ? t('source') : t('nextSource')}
        value={null}
        except={unit.id}
        error={merging.errors.units as string | undefined}
        onChange={(picked) => {
          if (picked && !units.some(({ id }) => id === picked.id)) change([...units, picked]);
        }}
      />
    </fieldset>
  );
}

function Asking({ unit, merging, onReview }: { unit: Unit; merging: MergeForm; onReview(): void }) {
  const t = useTranslations('reform');
  const { into } = merging.values;
  return (
    <form className={form.form} noValidate onSubmit={merging.onSubmit(onReview)}>
      <Sources unit={unit} merging={merging} />
      {unit.can.abolish && (
        <Choice
          label={t('into')}
          value={into}
          onChange={(value) => merging.setFieldValue('into', value)}
          options={[
            { value: 'this', label: t('intoThis') },
            { value: 'new', label: t('intoNew') },
          ]}
        />
      )}
      {into === 'new' && (
        <fieldset className={form.fieldset}>
          <legend>{t('newUnit')}</legend>
          <NewUnitFields getInputProps={merging.getInputProps} path="fresh" />
        </fieldset>
      )}
      <DecisionFields getInputProps={merging.getInputProps} />
      <div>
        <ActionButton type="submit">{t('review')}</ActionButton>
      </div>
    </form>
  );
}

interface ReviewProps {
  unit: Unit;
  merging: Merging;
  error: unknown;
  isBusy: boolean;
  onBack(): void;
  onMerge(): void;
}

function Review({ unit, merging, error, isBusy, onBack, onMerge }: ReviewProps) {
  const t = useTranslations('reform');
  const formats = useFormats();
  const { into, units, fresh, onDate } = merging;
  const isNew = into === 'new';
  const name = isNew ? fresh.name.trim() : unit.name;
  const ending = isNew ? [{ id: unit.id, name: unit.name }, ...units] : units;
  const summary = { count: ending.length, name, date: formats.date(onDate) };
  return (
    <>
      <section className={styles.card} aria-label={t('reviewTitle')}>
        <h2>{isNew ? t('mergeSummary', summary) : t('joinSummary', summary)}</h2>
        <div>
          <p className={styles.label}>{t('ending')}</p>
          <ul className={styles.tree}>
            {ending.map(({ id }) => (
              <li key={id} className={styles.moving}>
                <MovingUnit id={id} onDate={onDate} />
              </li>
            ))}
          </ul>
        </div>
        <ul className={styles.list}>
          <li>{t('mergeMoves', { name })}</li>
          <li>{t('mergeChairs', { name: unit.name })}</li>
          <li>{t('mergeRoles')}</li>
          <li>{t('pastStays')}</li>
        </ul>
      </section>
      {error !== null && <Failure error={error} />}
      <div className={styles.buttons}>
        <ActionButton look="quiet" onClick={onBack}>
          {t('back')}
        </ActionButton>
        <ActionButton look="danger" busy={isBusy} onClick={onMerge}>
          {t('doMerge', { count: ending.length })}
        </ActionButton>
      </div>
    </>
  );
}

function Merge({ unit }: { unit: Unit }) {
  const t = useTranslations('reform');
  const formats = useFormats();
  const queries = useQueryClient();
  const merging = useMergeForm(unit);
  const withTier = useWithTier();
  const actOf = useActOf();
  const [isReviewing, setReviewing] = useState(false);
  const act = useMutation({
    mutationFn: ({ into, units, fresh, ...decided }: Merging) =>
      mergeUnits(queries, unit.id, {
        ...actOf(decided),
        unitIds: units.map(({ id }) => id),
        ...(into === 'new' ? { newUnit: withTier(fresh) } : {}),
      }),
    onError: (error) => merging.setErrors(fieldErrors(error)),
  });
  const { onDate } = merging.values;
  const turn = (toReview: boolean): void => {
    setReviewing(toReview);
    act.reset();
    scrollTo(0, 0);
  };
  if (act.isSuccess) {
    return <ReformDone result={act.data} onDate={onDate} message={t('merged', { date: formats.date(onDate) })} />;
  }
  if (!isReviewing) return <Asking unit={unit} merging={merging} onReview={() => turn(true)} />;
  return (
    <Review
      {...{ unit, merging: merging.values, error: act.error, isBusy: act.isPending }}
      onBack={() => turn(false)}
      onMerge={() => act.mutate(merging.values)}
    />
  );
}

/** Several units become one, with a look at what moves before it is recorded. */
function MergeScreen({ id }: { id: string }) {
  const t = useTranslations('reform');
  return (
    <QueryView query={useQuery(unitQuery(id))}>
      {(unit) => (
        <Page title={t('merge')} lead={t('mergeLead')} back={{ href: unitHref(id), label: unit.name }}>
          <Merge unit={unit} />
        </Page>
      )}
    </QueryView>
  );
}

export default withDeskWords(MergeScreen);
