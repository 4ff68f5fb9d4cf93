import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { fieldErrors } from '../api/problem.js';
import type { Unit } from '../api/types.js';
import { splitUnit, unitQuery } from '../api/units.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { TextField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Failure, QueryView } from '../ui/states.js';
import { withDeskWords } from './desk-words.js';
import form from './manage.module.css';
import { NewUnitFields } from './new-unit-fields.js';
import { ReformDone } from './reform-done.js';
import { DecisionFields } from './reform-fields.js';
import { ChildrenAssignment, PeopleAssignment } from './split-assignment.js';
import { assignedTo, newPart, restOf, useSplitForm, useSplitOf, type SplitForm, type Splitting } from './split-form.js';
import { unitHref } from './unit-words.js';
import styles from './units.module.css';

interface OfUnitProps {
  unit: Unit;
  splitting: SplitForm;
}

/** The members and workers there are, and how many no part was given yet. */
function Heads({ unit, splitting }: OfUnitProps) {
  const t = useTranslations('reform');
  const formats = useFormats();
  const { parts, ends } = splitting.values;
  const worded = ({ members, workers }: { members: number; workers: number }) => ({
    ...{ members: formats.number(members), workers: formats.number(workers) },
  });
  return (
    <p className={styles.facts}>
      {t('whole', worded(unit.headCount ?? { members: 0, workers: 0 }))} {t('rest', worded(restOf(unit, parts)))}{' '}
      {ends === 'yes' && t('mustBeWhole')}
    </p>
  );
}

function Part({ index, unit, splitting }: OfUnitProps & { index: number }) {
  const t = useTranslations('reform');
  const acts = useTranslations('acts');
  const { parts } = splitting.values;
  const isLast = index > 0 && index === parts.length - 1;
  const drop = (): void => {
    const without = (assigned: Record<string, number>) =>
      Object.fromEntries(Object.entries(assigned).filter(([, to]) => to !== index));
    splitting.setValues({
      parts: parts.slice(0, index),
      children: without(splitting.values.children),
      people: without(splitting.values.people),
    });
  };
  return (
    <fieldset className={form.fieldset}>
      <legend>{t('part', { number: index + 1 })}</legend>
      <NewUnitFields getInputProps={splitting.getInputProps} path={`parts.${index}`} />
      <div className={form.pair}>
        {(['members', 'workers'] as const).map((field) => (
          <TextField
            key={field}
            label={acts(field)}
            inputMode="numeric"
            maxLength={9}
            {...splitting.getInputProps(`parts.${index}.${field}`)}
          />
        ))}
      </div>
      <Heads unit={unit} splitting={splitting} />
      {isLast && (
        <div>
          <ActionButton look="quiet" onClick={drop}>
            {t('dropPart', { number: index + 1 })}
          </ActionButton>
        </div>
      )}
    </fieldset>
  );
}

function Asking({ unit, splitting, onReview }: OfUnitProps & { onReview(): void }) {
  const t = useTranslations('reform');
  const { ends, parts } = splitting.values;
  return (
    <form className={form.form} noValidate onSubmit={splitting.onSubmit(onReview)}>
      <Choice
        label={t('ends')}
        value={ends}
        onChange={(value) => splitting.setFieldValue('ends', value)}
        options={[
          { value: 'no', label: t('goesOn') },
          { value: 'yes', label: t('stops') },
        ]}
      />
      {parts.map((_part, index) => (
        <Part key={index} index={index} unit={unit} splitting={splitting} />
      ))}
      <div>
        <ActionButton look="quiet" onClick={() => splitting.insertListItem('parts', newPart(unit))}>
          {t('addPart')}
        </ActionButton>
      </div>
      <ChildrenAssignment unit={unit} splitting={splitting} />
      <PeopleAssignment unit={unit} splitting={splitting} />
      <DecisionFields getInputProps={splitting.getInputProps} />
      <div>
        <ActionButton type="submit">{t('review')}</ActionButton>
      </div>
    </form>
  );
}

function Summary({ unit, splitting }: { unit: Unit; splitting: Splitting }) {
  const t = useTranslations('reform');
  const formats = useFormats();
  const { parts, ends, children, people, onDate } = splitting;
  const rest = restOf(unit, parts);
  const heads = (members: number, workers: number) =>
    t('heads', { members: formats.number(members), workers: formats.number(workers) });
  return (
    <section className={styles.card} aria-label={t('reviewTitle')}>
      <h2>{t('splitSummary', { count: parts.length, name: unit.name, date: formats.date(onDate) })}</h2>
      <ul className={styles.tree}>
        {parts.map(({ name, code, members, workers }, index) => (
          <li key={index} className={styles.moving}>
            <strong>{name}</strong>
            <span className={styles.facts}>
              {[
                code,
                t('children', { count: assignedTo(children, index).length }),
                t('people', { count: assignedTo(people, index).length }),
                heads(Number(members), Number(workers)),
              ].join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <ul className={styles.list}>
        <li>
          {ends === 'yes' ? t('splitEnds', { name: unit.name }) : t('splitGoesOn', { name: unit.name })}{' '}
          {ends === 'yes'
            ? t('restToFirst', { name: parts[0]?.name ?? '' })
            : t('rest', { members: formats.number(rest.members), workers: formats.number(rest.workers) })}
        </li>
        {ends === 'yes' && <li>{t('mergeRoles')}</li>}
        <li>{t('pastStays')}</li>
      </ul>
    </section>
  );
}

function SplitUnit({ unit }: { unit: Unit }) {
  const t = useTranslations('reform');
  const formats = useFormats();
  const queries = useQueryClient();
  const splitting = useSplitForm(unit);
  const splitOf = useSplitOf();
  const [isReviewing, setReviewing] = useState(false);
  const act = useMutation({
    mutationFn: (given: Splitting) => splitUnit(queries, unit.id, splitOf(given)),
    onError: (error) => splitting.setErrors(fieldErrors(error)),
  });
  const { onDate, ends } = splitting.values;
  const turn = (toReview: boolean): void => {
    setReviewing(toReview);
    act.reset();
    scrollTo(0, 0);
  };
  if (act.isSuccess) {
    return <ReformDone result={act.data} onDate={onDate} message={t('splitDone', { date: formats.date(onDate) })} />;
  }
  if (!isReviewing) return <Asking unit={unit} splitting={splitting} onReview={() => turn(true)} />;
  return (
    <>
      <Summary unit={unit} splitting={splitting.values} />
      {act.isError && <Failure error={act.error} />}
      <div className={styles.buttons}>
        <ActionButton look="quiet" onClick={() => turn(false)}>
          {t('back')}
        </ActionButton>
        <ActionButton look="danger" busy={act.isPending} onClick={() => act.mutate(splitting.values)}>
          {ends === 'yes' ? t('doEndingSplit') : t('doSplit')}
        </ActionButton>
      </div>
    </>
  );
}

/** One unit becomes several, with a look at what goes where before it is recorded. */
function SplitScreen({ id }: { id: string }) {
  const t = useTranslations('reform');
  return (
    <QueryView query={useQuery(unitQuery(id))}>
      {(unit) => (
        <Page title={t('splitTitle')} lead={t('splitLead')} back={{ href: unitHref(id), label: unit.name }}>
          <SplitUnit unit={unit} />
        </Page>
      )}
    </QueryView>
  );
}

export default withDeskWords(SplitScreen);
