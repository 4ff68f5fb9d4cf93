import { useTranslations } from 'use-intl';
import { SelectField, TextField } from '../../ui/fields.js';
import type { NumberForm, NumberMode, WordForm, WordsForm } from './answer-forms.js';
import { FeedbackBox, ListFault, NumberBox, Tick, useFault } from './form-parts.js';
import { FormRows } from './form-rows.js';
import styles from './form.module.css';
import { emptyNumber, emptyWord } from './question-form-state.js';

const MODES: NumberMode[] = ['around', 'between', 'any'];

interface WorthProps<A extends WordForm | NumberForm> {
  answer: A;
  pointer: string;
  onChange(answer: A): void;
}

/** What an answer brings, and what is said of it. */
function Worth<A extends WordForm | NumberForm>({ answer, pointer, onChange }: WorthProps<A>) {
  const t = useTranslations('quiz.form');
  return (
    <>
      <NumberBox
        label={t('percent')}
        hint={t('percentHint')}
        pointer={`${pointer}/percent`}
        value={answer.percent}
        onChange={(percent) => onChange({ ...answer, percent })}
      />
      <FeedbackBox
        label={t('answerFeedback')}
        open={t('addAnswerFeedback')}
        value={answer.feedback}
        onChange={(feedback) => onChange({ ...answer, feedback })}
      />
    </>
  );
}

function Word({ answer, pointer, onChange }: WorthProps<WordForm>) {
  const t = useTranslations('quiz.form');
  return (
    <>
      <TextField
        label={t('word')}
        lang="vi"
        maxLength={1000}
        value={answer.text}
        error={useFault(`${pointer}/text`)}
        onChange={(event) => onChange({ ...answer, text: event.target.value })}
      />
      <Worth answer={answer} pointer={pointer} onChange={onChange} />
    </>
  );
}

interface WordAnswersProps {
  form: WordsForm;
  /** Pointer of the question's part that holds the answers. */
  within: string;
  onChange(form: WordsForm): void;
}

/** Wordings that are taken; each is compared without regard to spaces and, if so wished, capitals. */
export function WordAnswers({ form, within, onChange }: WordAnswersProps) {
  const t = useTranslations('quiz.form');
  return (
    <>
      <ListFault pointer={`${within}/answers`} />
      <FormRows
        items={form.answers}
        onChange={(answers) => onChange({ ...form, answers })}
        name={(number) => t('accepted', { number })}
        add={{ label: t('addAccepted'), make: emptyWord }}
        {...{ least: 1, most: 50 }}
      >
        {(answer, at, set) => <Word answer={answer} pointer={`${within}/answers/${at}`} onChange={set} />}
      </FormRows>
      <Tick checked={form.caseSensitive} onChange={(caseSensitive) => onChange({ ...form, caseSensitive })}>
        {t('caseSensitive')}
      </Tick>
    </>
  );
}

function NumberAnswer({ answer, pointer, onChange }: WorthProps<NumberForm>) {
  const t = useTranslations('quiz.form');
  const field = (name: 'value' | 'tolerance' | 'min' | 'max', hint?: string) => (
    <NumberBox
      label={t(`numbers.${name}`)}
      hint={hint}
      pointer={`${pointer}/${name}`}
      value={answer[name]}
      onChange={(value) => onChange({ ...answer, [name]: value })}
    />
  );
  return (
    <>
      <SelectField
        label={t('numberMode')}
        className={styles.short}
        value={answer.mode}
        onChange={(event) => onChange({ ...answer, mode: event.target.value as NumberMode })}
        data={MODES.map((value) => ({ value, label: t(`numberModes.${value}`) }))}
      />
      {answer.mode === 'around' && (
        <div className={styles.pair}>
          {field('value', t('numberHint'))}
          {field('tolerance', t('toleranceHint'))}
        </div>
      )}
      {answer.mode === 'between' && (
        <div className={styles.pair}>
          {field('min')}
          {field('max')}
        </div>
      )}
      <Worth answer={answer} pointer={pointer} onChange={onChange} />
    </>
  );
}

interface NumberAnswersProps {
  answers: NumberForm[];
  within: string;
  onChange(answers: NumberForm[]): void;
}

/** Numbers with their tolerance, ranges, and what is said to any other number. */
export function NumberAnswers({ answers, within, onChange }: NumberAnswersProps) {
  const t = useTranslations('quiz.form');
  return (
    <>
      <ListFault pointer={`${within}/answers`} />
      <FormRows
        items={answers}
        onChange={(next) => onChange(next)}
        name={(number) => t('accepted', { number })}
        add={{ label: t('addAccepted'), make: emptyNumber }}
        {...{ least: 1, most: 50 }}
      >
        {(answer, at, set) => <NumberAnswer answer={answer} pointer={`${within}/answers/${at}`} onChange={set} />}
      </FormRows>
    </>
  );
}
