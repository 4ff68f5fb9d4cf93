import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Choice } from '../../ui/choice.js';
import { TextField } from '../../ui/fields.js';
import type { AnswersForm } from './answer-forms.js';
import { ChoiceAnswers } from './choice-answers.js';
import { ClozeBlanks } from './cloze-blanks.js';
import { FeedbackBox, ListFault, NumberBox, TextBox, Tick, useFault } from './form-parts.js';
import { FormRows } from './form-rows.js';
import styles from './form.module.css';
import { emptyCriterion, emptyPair, type QuestionForm } from './question-form-state.js';
import { NO_TEXT } from './answer-forms.js';
import { NumberAnswers, WordAnswers } from './worded-answers.js';

type Part<K extends AnswersForm['kind']> = Extract<AnswersForm, { kind: K }>;

interface PartProps<K extends AnswersForm['kind']> {
  form: Part<K>;
  onChange(form: Part<K>): void;
}

function TrueFalseAnswer({ form, onChange }: PartProps<'true-false'>) {
  const t = useTranslations('quiz.form');
  return (
    <>
      <Choice
        label={t('statementIs')}
        value={form.correct ? 'true' : 'false'}
        onChange={(value) => onChange({ ...form, correct: value === 'true' })}
        options={[
          { value: 'true', label: t('statementTrue') },
          { value: 'false', label: t('statementFalse') },
        ]}
      />
      <FeedbackBox
        label={t('feedbackRight')}
        open={t('addFeedbackRight')}
        value={form.feedbackRight}
        onChange={(feedbackRight) => onChange({ ...form, feedbackRight })}
      />
      <FeedbackBox
        label={t('feedbackWrong')}
        open={t('addFeedbackWrong')}
        value={form.feedbackWrong}
        onChange={(feedbackWrong) => onChange({ ...form, feedbackWrong })}
      />
    </>
  );
}

interface PairProps {
  pair: Part<'matching'>['pairs'][number];
  pointer: string;
  onChange(pair: PairProps['pair']): void;
}

function Pair({ pair, pointer, onChange }: PairProps) {
  const t = useTranslations('quiz.form');
  return (
    <div className={styles.pair}>
      <TextBox
        label={t('prompt')}
        pointer={`${pointer}/prompt`}
        value={pair.prompt}
        onChange={(prompt) => onChange({ ...pair, prompt })}
      />
      <TextField
        label={t('match')}
        lang="vi"
        maxLength={1000}
        value={pair.choice}
        error={useFault(`${pointer}/choice`)}
        onChange={(event) => onChange({ ...pair, choice: event.target.value })}
      />
    </div>
  );
}

function Pairs({ form, onChange }: PartProps<'matching'>) {
  const t = useTranslations('quiz.form');
  return (
    <>
      <p className={styles.soft}>{t('pairsHint')}</p>
      <ListFault pointer="/pairs" />
      <FormRows
        items={form.pairs}
        onChange={(pairs) => onChange({ ...form, pairs })}
        name={(number) => t('pair', { number })}
        add={{ label: t('addPair'), make: emptyPair }}
        {...{ least: 2, most: 30 }}
      >
        {(pair, at, set) => <Pair pair={pair} pointer={`/pairs/${at}`} onChange={set} />}
      </FormRows>
    </>
  );
}

function Items({ form, onChange }: PartProps<'ordering'>) {
  const t = useTranslations('quiz.form');
  return (
    <>
      <p className={styles.soft}>{t('itemsHint')}</p>
      <ListFault pointer="/items" />
      <FormRows
        items={form.items}
        onChange={(items) => onChange({ ...form, items })}
        name={(number) => t('item', { number })}
        add={{ label: t('addItem'), make: () => NO_TEXT }}
        {...{ least: 2, most: 10, isOrdered: true }}
      >
        {(item, at, set) => <TextBox label={t('itemText')} pointer={`/items/${at}`} value={item} onChange={set} />}
      </FormRows>
    </>
  );
}

function Essay({ form, onChange }: PartProps<'essay'>) {
  const t = useTranslations('quiz.form');
  return (
    <>
      <p className={styles.soft}>{t('rubricHint')}</p>
      <ListFault pointer="/rubric" />
      <FormRows
        items={form.rubric}
        onChange={(rubric) => onChange({ ...form, rubric })}
        name={(number) => t('criterion', { number })}
        add={{ label: t('addCriterion'), make: emptyCriterion }}
        {...{ least: 1, most: 10, isOrdered: true }}
      >
        {(each, at, set) => (
          <>
            <TextBox
              label={t('criterionText')}
              pointer={`/rubric/${at}/criterion`}
              value={each.criterion}
              onChange={(criterion) => set({ ...each, criterion })}
            />
            <NumberBox
              label={t('points')}
              pointer={`/rubric/${at}/points`}
              value={each.points}
              onChange={(points) => set({ ...each, points })}
            />
          </>
        )}
      </FormRows>
      <NumberBox
        label={t('minimumWords')}
        hint={t('minimumWordsHint')}
        pointer="/minimumWords"
        value={form.minimumWords}
        onChange={(minimumWords) => onChange({ ...form, minimumWords })}
      />
      <Tick checked={form.photo} onChange={(photo) => onChange({ ...form, photo })}>
        {t('photo')}
      </Tick>
    </>
  );
}

interface AnswerFieldsProps {
  form: QuestionForm;
  stem: RefObject<HTMLTextAreaElement | null>;
  onChange(form: QuestionForm): void;
}

/** What answers a question, as its kind asks for it. */
export function AnswerFields({ form, stem, onChange }: AnswerFieldsProps) {
  const t = useTranslations('quiz.form');
  const { answers } = form;
  const set = (next: AnswersForm): void => onChange({ ...form, answers: next });
  switch (answers.kind) {
    case 'choice':
      return (
        <ChoiceAnswers
          form={answers}
          several={answers.several}
          within=""
          onChange={(next) => set({ ...answers, ...next })}
        />
      );
    case 'true-false':
      return <TrueFalseAnswer form={answers} onChange={set} />;
    case 'short-answer':
      return <WordAnswers form={answers} within="" onChange={(next) => set({ ...answers, ...next })} />;
    case 'numeric':
      return (
        <>
          <NumberAnswers
            answers={answers.answers}
            within=""
            onChange={(numbers) => set({ ...answers, answers: numbers })}
          />
          <TextField
            label={t('unit')}
            hint={t('unitHint')}
            lang="vi"
            className={styles.short}
            maxLength={50}
            value={answers.unit}
            onChange={(event) => set({ ...answers, unit: event.target.value })}
          />
        </>
      );
    case 'matching':
      return <Pairs form={answers} onChange={set} />;
    case 'ordering':
      return <Items form={answers} onChange={set} />;
    case 'cloze':
      return (
        <ClozeBlanks
          blanks={answers.blanks}
          stem={{ field: stem, text: form.stem.text }}
          onChange={(blanks, text) =>
            onChange({ ...form, stem: { ...form.stem, text }, answers: { ...answers, blanks } })
          }
        />
      );
    case 'essay':
      return <Essay form={answers} onChange={set} />;
  }
}
