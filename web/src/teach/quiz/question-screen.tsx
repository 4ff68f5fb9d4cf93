import { IconArrowLeft, IconDeviceFloppy, IconEye } from '@tabler/icons-react';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import type { Question, QuizPlace } from '../../api/draft-quizzes.js';
import type { DraftModule } from '../../api/drafts.js';
import { ActionButton } from '../../ui/button.js';
import { Section } from '../../ui/page.js';
import { Failure, Loading } from '../../ui/states.js';
import { AboutFields } from './about-fields.js';
import { AnswerFields } from './answer-fields.js';
import { faultsOf } from './form-faults.js';
import { FaultsProvider, FeedbackBox, TextBox } from './form-parts.js';
import styles from './form.module.css';
import type { QuestionChange } from './question-changes.js';
import { QuestionClash } from './question-clash.js';
import { copyOf, emptyForm, formOf, kindOf, questionOf, type Kind, type QuestionForm } from './question-form-state.js';
import { PreviewSheet } from './question-preview.js';
import { useKeptForm, type KeptForm, type Writing } from './use-kept-form.js';
import { QuestionsRefused, refusalOf, useQuestionSaving } from './use-question-saving.js';

/** What the form is opened with: a known question, or a new one of a kind, perhaps like another one. */
export type Opened = { key: string; question: Question } | { key: null; kind: Kind; like: Question | null };

interface QuestionScreenProps {
  place: QuizPlace;
  modules: DraftModule[];
  opened: Opened;
  /** @param title of the question that was saved; null when it was left without saving */
  onDone(title: string | null): void;
}

function beginningOf(opened: Opened): Pick<Writing, 'form' | 'seen'> {
  if (opened.key !== null) return { form: formOf(opened.question), seen: opened.question };
  return { form: opened.like ? formOf(copyOf(opened.like)) : emptyForm(opened.kind), seen: null };
}

/** Names what is written on this device: a copy is another new question than an empty one. */
function writingPlace({ id, slug }: QuizPlace, opened: Opened): string {
  if (opened.key !== null) return `${id}/${slug}?cau=${opened.key}`;
  const like = opened.like?.id ? `&tu=${opened.like.id}` : '';
  return `${id}/${slug}?moi=${opened.kind}${like}`;
}

const changeOf = (opened: Opened, { form, seen }: Writing): QuestionChange => {
  const question = questionOf(form);
  const after = opened.key === null ? (opened.like?.id ?? undefined) : undefined;
  if (seen === null || opened.key === null) {
    return { act: 'put', key: null, seen: null, question, ...(after !== undefined && { after }) };
  }
  return { act: 'put', key: opened.key, seen, question };
};

interface FormProps extends QuestionScreenProps {
  kept: KeptForm;
  writing: Writing;
}

function useSaving({ place, opened, kept, onDone }: Omit<FormProps, 'writing' | 'modules'>) {
  const saving = useQuestionSaving(place);
  const theirs = saving.data?.kind === 'clash' ? saving.data.theirs : undefined;
  const send = (writing: Writing): void => {
    const change = changeOf(opened, writing);
    const title = change.act === 'put' ? change.question.title : null;
    saving.mutate(
      { change, saveId: writing.saveId },
      { onSuccess: ({ kind }) => kind === 'saved' && void kept.drop().then(() => onDone(title)) },
    );
  };
  return { saving, theirs, send };
}

interface FieldsProps {
  form: QuestionForm;
  onChange(form: QuestionForm): void;
}

function Fields({ form, modules, onChange }: Pick<FormProps, 'modules'> & FieldsProps) {
  const t = useTranslations('quiz.form');
  const stem = useRef<HTMLTextAreaElement>(null);
  return (
    <>
      <TextBox
        ref={stem}
        label={t(form.answers.kind === 'cloze' ? 'clozeStem' : 'stem')}
        hint={t('stemHint')}
        pointer="/stem"
        rows={3}
        value={form.stem}
        onChange={(text) => onChange({ ...form, stem: text })}
      />
      <Section title={t('answers')}>
        <AnswerFields form={form} stem={stem} onChange={onChange} />
        <FeedbackBox
          label={t('general')}
          open={t('addGeneral')}
          value={form.generalFeedback}
          onChange={(generalFeedback) => onChange({ ...form, generalFeedback })}
        />
      </Section>
      <Section title={t('about')}>
        <AboutFields form={form} modules={modules} onChange={onChange} />
      </Section>
    </>
  );
}

interface FootProps {
  /** Fields to be mended first. */
  count: number;
  refusal: ReturnType<typeof refusalOf>;
  isKept: boolean;
  error: unknown;
  isSaving: boolean;
  onPreview(): void;
  onLeave(): void;
}

function Foot({ count, refusal, isKept, error, isSaving, onPreview, onLeave }: FootProps) {
  const t = useTranslations('quiz.form');
  const said = [...new Set([...refusal.own.values(), ...refusal.others])];
  return (
    <div className={styles.foot}>
      {count > 0 && (
        <p className={styles.fault} role="alert">
          {t('faultCount', { count })}
        </p>
      )}
      {said.map((detail) => (
        <p key={detail} className={styles.fault} role="alert">
          {detail}
        </p>
      ))}
      {Boolean(error) && !(error instanceof QuestionsRefused) && <Failure error={error} />}
      <p className={styles.soft} role="status">
        {isKept && t('kept')}
      </p>
      <div className={styles.acts}>
        <ActionButton type="submit" icon={<IconDeviceFloppy size={22} aria-hidden />} busy={isSaving}>
          {t('save')}
        </ActionButton>
        <ActionButton look="quiet" icon={<IconEye size={22} aria-hidden />} onClick={onPreview}>
          {t('preview')}
        </ActionButton>
        <ActionButton look="plain" onClick={onLeave}>
          {t('leave')}
        </ActionButton>
      </div>
    </div>
  );
}

function Form({ place, modules, opened, onDone, kept, writing }: FormProps) {
  const words = useTranslations('quiz.form.faults');
  const fields = useRef<HTMLFormElement>(null);
  const [asked, setAsked] = useState(0);
  const [isPreviewed, setPreviewed] = useState(false);
  const { saving, theirs, send } = useSaving({ place, opened, kept, onDone });
  const { form } = writing;
  const faults = faultsOf(form);
  const refusal = refusalOf(saving.error, saving.variables?.change);
  const faultAt = (pointer: string): string | undefined => {
    const own = asked > 0 ? faults.get(pointer) : undefined;
    return own ? words(own) : refusal.own.get(pointer);
  };
  useEffect(() => {
    if (asked > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [asked, saving.error]);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(asked + 1);
    if (faults.size === 0) send(writing);
  };
  return (
    <FaultsProvider value={faultAt}>
      <form ref={fields} className={styles.form} noValidate onSubmit={save}>
        <Fields form={form} modules={modules} onChange={kept.change} />
        {theirs !== undefined && (
          <QuestionClash
            place={place}
            theirs={theirs}
            onKeepMine={() => send({ ...writing, seen: theirs })}
            onKeepBoth={() => send({ ...writing, form: { ...form, id: null }, seen: null })}
            onTakeTheirs={() => {
              saving.reset();
              if (theirs) kept.restart(formOf(theirs), theirs);
              else void kept.drop().then(() => onDone(null));
            }}
          />
        )}
        <Foot
          count={asked > 0 ? faults.size : 0}
          refusal={refusal}
          isKept={kept.isKept}
          error={saving.error}
          isSaving={saving.isPending}
          onPreview={() => setPreviewed(true)}
          onLeave={() => void kept.drop().then(() => onDone(null))}
        />
      </form>
      {isPreviewed && <PreviewSheet place={place} question={questionOf(form)} onClose={() => setPreviewed(false)} />}
    </FaultsProvider>
  );
}

/** One question being written, by the form of its kind. */
export function QuestionScreen(props: QuestionScreenProps) {
  const { place, opened, onDone } = props;
  const t = useTranslations('quiz');
  const heading = useRef<HTMLHeadingElement>(null);
  const kept = useKeptForm(writingPlace(place, opened), () => beginningOf(opened));
  useEffect(() => {
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  const kind = opened.key === null ? opened.kind : kindOf(opened.question);
  return (
    <section className={styles.screen} aria-label={t(opened.key === null ? 'form.new' : 'form.edit')}>
      <div>
        <ActionButton look="plain" icon={<IconArrowLeft size={20} aria-hidden />} onClick={() => onDone(null)}>
          {t('form.back')}
        </ActionButton>
      </div>
      <div>
        <h2 ref={heading} tabIndex={-1}>
          {t(opened.key === null ? 'form.new' : 'form.edit')}: {t(`kinds.${kind}`)}
        </h2>
        <p className={styles.soft}>{t(`pick.${kind}`)}</p>
      </div>
      {kept.isFound && (
        <p className={styles.note} role="status">
          {t('form.found')}
        </p>
      )}
      {kept.writing ? <Form {...props} kept={kept} writing={kept.writing} /> : <Loading lines={8} />}
    </section>
  );
}
