import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { IconPlus } from '@tabler/icons-react';
import { ActionButton } from '../../ui/button.js';
import { SelectField } from '../../ui/fields.js';
import type { BlankForm } from './answer-forms.js';
import { ChoiceAnswers } from './choice-answers.js';
import { ListFault, NumberBox } from './form-parts.js';
import { FormRows } from './form-rows.js';
import styles from './form.module.css';
import { gapMark, withoutGap } from './gaps.js';
import { emptyBlank } from './question-form-state.js';
import { NumberAnswers, WordAnswers } from './worded-answers.js';

const KINDS: BlankForm['kind'][] = ['choice', 'short-answer', 'numeric'];
const MOST = 20;

interface BlankProps {
  blank: BlankForm;
  within: string;
  onChange(blank: BlankForm): void;
}

function BlankAnswers({ blank, within, onChange }: BlankProps) {
  switch (blank.kind) {
    case 'choice':
      return (
        <ChoiceAnswers
          form={blank}
          several={false}
          within={within}
          onChange={(next) => onChange({ ...blank, ...next })}
        />
      );
    case 'short-answer':
      return <WordAnswers form={blank} within={within} onChange={(next) => onChange({ ...blank, ...next })} />;
    case 'numeric':
      return (
        <NumberAnswers
          answers={blank.answers}
          within={within}
          onChange={(answers) => onChange({ ...blank, answers })}
        />
      );
  }
}

function Blank({ blank, within, onChange }: BlankProps) {
  const t = useTranslations('quiz.form');
  return (
    <>
      <SelectField
        label={t('blankKind')}
        className={styles.short}
        value={blank.kind}
        onChange={(event) => {
          const kind = event.target.value as BlankForm['kind'];
          onChange({ ...emptyBlank(kind), weight: blank.weight });
        }}
        data={KINDS.map((value) => ({ value, label: t(`blankKinds.${value}`) }))}
      />
      <BlankAnswers blank={blank} within={within} onChange={onChange} />
      <NumberBox
        label={t('blankWeight')}
        hint={t('blankWeightHint')}
        pointer={`${within}/weight`}
        value={blank.weight}
        onChange={(weight) => onChange({ ...blank, weight })}
      />
    </>
  );
}

interface ClozeBlanksProps {
  blanks: BlankForm[];
  stem: { field: RefObject<HTMLTextAreaElement | null>; text: string };
  onChange(blanks: BlankForm[], stem: string): void;
}

/** The gaps of a text: put where the caret stands in it, taken away together with their mark. */
export function ClozeBlanks({ blanks, stem, onChange }: ClozeBlanksProps) {
  const t = useTranslations('quiz.form');
  const insert = (): void => {
    const { selectionStart = stem.text.length, selectionEnd = stem.text.length } = stem.field.current ?? {};
    const text = `${stem.text.slice(0, selectionStart)}${gapMark(blanks.length + 1)}${stem.text.slice(selectionEnd)}`;
    onChange([...blanks, emptyBlank('choice')], text);
  };
  return (
    <>
      <p className={styles.soft}>{t('blanksHint')}</p>
      {blanks.length < MOST && (
        <div>
          <ActionButton look="quiet" icon={<IconPlus size={22} aria-hidden />} onClick={insert}>
            {t('insertBlank', { mark: gapMark(blanks.length + 1) })}
          </ActionButton>
        </div>
      )}
      <ListFault pointer="/blanks" />
      <FormRows
        items={blanks}
        onChange={(next, removed) =>
          onChange(next, removed === undefined ? stem.text : withoutGap(stem.text, removed + 1))
        }
        name={(number) => t('blank', { number, mark: gapMark(number) })}
        {...{ least: 0, most: MOST }}
      >
        {(blank, at, set) => <Blank blank={blank} within={`/blanks/${at}`} onChange={set} />}
      </FormRows>
    </>
  );
}
