import { useId } from 'react';
import { useTranslations } from 'use-intl';
import { SelectField } from '../../ui/fields.js';
import type { ChoiceForm, OptionForm } from './answer-forms.js';
import { FeedbackBox, ListFault, NumberBox, TextBox, Tick } from './form-parts.js';
import { FormRows } from './form-rows.js';
import styles from './form.module.css';
import { emptyOption } from './question-form-state.js';
import { isRight, penaltyOf, weighed, type Penalty } from './weighing.js';

const PENALTIES: Penalty[] = ['share', 'none', 'all'];

interface OptionProps {
  option: OptionForm;
  number: number;
  several: boolean;
  isOwn: boolean;
  /** Of the radio buttons of all options. */
  name: string;
  pointer: string;
  onTick(checked: boolean): void;
  onChange(option: OptionForm): void;
}

function Option({ option, number, several, isOwn, name, pointer, onTick, onChange }: OptionProps) {
  const t = useTranslations('quiz.form');
  return (
    <>
      {!isOwn && (
        <Tick name={several ? undefined : name} checked={isRight(option)} onChange={onTick}>
          {t(several ? 'isRightToo' : 'isRight')}
          <span className="visually-hidden"> {t('option', { number })}</span>
        </Tick>
      )}
      <TextBox
        label={t('optionText')}
        pointer={`${pointer}/text`}
        value={option.text}
        onChange={(text) => onChange({ ...option, text })}
      />
      {isOwn && (
        <NumberBox
          label={t('percent')}
          hint={t(several ? 'percentHintSeveral' : 'percentHint')}
          pointer={`${pointer}/percent`}
          value={option.percent}
          onChange={(percent) => onChange({ ...option, percent })}
        />
      )}
      <FeedbackBox
        label={t('optionFeedback')}
        open={t('addOptionFeedback')}
        value={option.feedback}
        onChange={(feedback) => onChange({ ...option, feedback })}
      />
    </>
  );
}

function PenaltyField({ penalty, onChange }: { penalty: Penalty; onChange(penalty: Penalty): void }) {
  const t = useTranslations('quiz.form');
  return (
    <SelectField
      label={t('penalty')}
      className={styles.short}
      value={penalty}
      onChange={(event) => onChange(event.target.value as Penalty)}
      data={PENALTIES.map((value) => ({ value, label: t(`penalties.${value}`) }))}
    />
  );
}

interface ChoiceAnswersProps {
  form: ChoiceForm;
  several: boolean;
  /** Pointer of the question's part that holds the options. */
  within: string;
  onChange(form: ChoiceForm): void;
}

/** Options and what each is worth: by a tick, or by a percentage of one's own. */
export function ChoiceAnswers({ form, several, within, onChange }: ChoiceAnswersProps) {
  const t = useTranslations('quiz.form');
  const name = useId();
  const { answers, isOwn, penalty } = form;
  const set = (next: OptionForm[]): void =>
    onChange({ ...form, answers: isOwn ? next : weighed(next, { several, penalty }) });
  const tick = (at: number, checked: boolean): void =>
    set(
      answers.map((option, place) => {
        if (several) return place === at ? { ...option, percent: checked ? '1' : '0' } : option;
        return { ...option, percent: place === at ? '100' : '0' };
      }),
    );
  const weigh = (own: boolean): void => {
    const rule = { several, penalty: penaltyOf(answers, several) ?? penalty };
    onChange({ ...form, isOwn: own, penalty: rule.penalty, answers: own ? answers : weighed(answers, rule) });
  };
  return (
    <>
      <ListFault pointer={`${within}/answers`} />
      <FormRows
        items={answers}
        onChange={set}
        name={(number) => t('option', { number })}
        add={{ label: t('addOption'), make: emptyOption }}
        {...{ least: 2, most: 20, isOrdered: true }}
      >
        {(option, at, change) => (
          <Option
            {...{ option, several, isOwn, name }}
            number={at + 1}
            pointer={`${within}/answers/${at}`}
            onTick={(checked) => tick(at, checked)}
            onChange={change}
          />
        )}
      </FormRows>
      {several && !isOwn && (
        <PenaltyField
          penalty={penalty}
          onChange={(next) =>
            onChange({ ...form, penalty: next, answers: weighed(answers, { several, penalty: next }) })
          }
        />
      )}
      <Tick checked={isOwn} onChange={weigh}>
        {t('ownWeights')}
      </Tick>
    </>
  );
}
