import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { saveQuiz, type DraftQuiz, type QuizPlace, type QuizSettings } from '../../api/draft-quizzes.js';
import type { DraftModule } from '../../api/drafts.js';
import { newId } from '../../offline/uuid.js';
import { ActionButton } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { SelectField, TextField } from '../../ui/fields.js';
import { Section } from '../../ui/page.js';
import { Failure } from '../../ui/states.js';
import { BlueprintTable } from './blueprint-table.js';
import { Tick } from './form-parts.js';
import styles from './form.module.css';
import { emptyCell, settingsFaults, settingsForm, settingsOf, type SettingsForm } from './settings-form-state.js';

interface QuizSettingsProps {
  place: QuizPlace;
  quiz: DraftQuiz;
  modules: DraftModule[];
  onDone(): void;
}

const same = (a: QuizSettings, b: QuizSettings): boolean =>
  JSON.stringify(settingsForm(a)) === JSON.stringify(settingsForm(b));

/** Saves over newer questions, never over newer settings: those are shown. */
function useSaving({ place, quiz, onDone }: Pick<QuizSettingsProps, 'place' | 'quiz' | 'onDone'>) {
  const queries = useQueryClient();
  const [seen, setSeen] = useState(quiz.settings);
  const save = async (settings: QuizSettings, baseVersion: number, saveId: string): Promise<QuizSettings | null> => {
    const saved = await saveQuiz(queries, place, { baseVersion, saveId, settings });
    if (saved.kind === 'saved') return null;
    const { current } = saved;
    return same(current.settings, seen) ? save(settings, current.version, saveId) : current.settings;
  };
  const saving = useMutation({
    mutationFn: (settings: QuizSettings) => save(settings, quiz.version, newId()),
    onSuccess: (theirs) => {
      if (theirs === null) onDone();
      else setSeen(theirs);
    },
  });
  return { saving, seen };
}

interface PartProps {
  form: SettingsForm;
  faultOf(field: string): string | undefined;
  onChange(form: SettingsForm): void;
}

type Typed = 'title' | 'draw' | 'timeLimitMinutes' | 'graceSeconds' | 'passPercent' | 'maxAttempts';

function Field({ name, form, faultOf, onChange }: PartProps & { name: Typed }) {
  const t = useTranslations('quiz.settings.fields');
  return (
    <TextField
      label={t(`${name}.label`)}
      hint={t(`${name}.hint`)}
      className={name === 'title' ? undefined : styles.short}
      inputMode={name === 'title' ? 'text' : 'numeric'}
      maxLength={name === 'title' ? 200 : 4}
      value={form[name]}
      error={faultOf(name)}
      onChange={(event) => onChange({ ...form, [name]: event.target.value })}
    />
  );
}

function Taking(props: PartProps) {
  const { form, onChange } = props;
  const t = useTranslations('quiz.settings');
  return (
    <Section title={t('taking')}>
      {form.kind === 'final' && (
        <>
          <Field {...props} name="timeLimitMinutes" />
          <Field {...props} name="graceSeconds" />
        </>
      )}
      <Field {...props} name="passPercent" />
      <Choice
        label={t('tries')}
        value={form.isLimited ? 'limited' : 'unlimited'}
        onChange={(value) => onChange({ ...form, isLimited: value === 'limited' })}
        options={[
          { value: 'unlimited', label: t('triesUnlimited') },
          { value: 'limited', label: t('triesLimited') },
        ]}
      />
      {form.isLimited && <Field {...props} name="maxAttempts" />}
      <SelectField
        label={t('review')}
        className={styles.short}
        value={form.review}
        onChange={(event) => onChange({ ...form, review: event.target.value as SettingsForm['review'] })}
        data={(['afterSubmission', 'afterPass'] as const).map((value) => ({ value, label: t(`reviews.${value}`) }))}
      />
      <Tick checked={form.shuffleOptions} onChange={(shuffleOptions) => onChange({ ...form, shuffleOptions })}>
        {t('shuffle')}
      </Tick>
    </Section>
  );
}

function Drawing({ place, quiz, modules, ...props }: PartProps & Omit<QuizSettingsProps, 'onDone'>) {
  const { form, onChange } = props;
  const t = useTranslations('quiz.settings');
  const setBlueprint = (isBlueprint: boolean): void => {
    const cells = form.cells.length > 0 ? form.cells : [{ ...emptyCell(), count: form.draw }];
    onChange({ ...form, isBlueprint, cells });
  };
  const isShort = Number(form.draw) > quiz.questions.length;
  return (
    <Section title={t('drawing')}>
      <Choice
        label={t('way')}
        value={form.isBlueprint ? 'blueprint' : 'draw'}
        onChange={(value) => setBlueprint(value === 'blueprint')}
        options={[
          { value: 'draw', label: t('ways.draw') },
          { value: 'blueprint', label: t('ways.blueprint') },
        ]}
      />
      {form.isBlueprint ? (
        <>
          {props.faultOf('cells') !== undefined && (
            <p className={styles.fault} role="alert">
              {props.faultOf('cells')}
            </p>
          )}
          <BlueprintTable
            {...{ place, quiz, modules, cells: form.cells, faultOf: props.faultOf }}
            onChange={(cells) => onChange({ ...form, cells })}
          />
        </>
      ) : (
        <>
          <Field {...props} name="draw" />
          <p className={styles.standing} data-short={isShort}>
            {t(isShort ? 'tooFew' : 'enough', { count: quiz.questions.length })}
          </p>
        </>
      )}
    </Section>
  );
}

/** Somebody else has saved other settings; what is filled in here stays until one of them is chosen. */
function Clash({ onTakeTheirs }: { onTakeTheirs(): void }) {
  const t = useTranslations('quiz.settings.clash');
  return (
    <section className={styles.clash} role="alert" aria-label={t('title')}>
      <p>
        <strong>{t('title')}</strong> {t('text')}
      </p>
      <div className={styles.acts}>
        <ActionButton type="submit">{t('keepMine')}</ActionButton>
        <ActionButton look="quiet" onClick={onTakeTheirs}>
          {t('takeTheirs')}
        </ActionButton>
      </div>
    </section>
  );
}

/** How a quiz is drawn and taken. */
export function QuizSettingsScreen({ place, quiz, modules, onDone }: QuizSettingsProps) {
  const t = useTranslations('quiz.settings');
  const [form, setForm] = useState(() => settingsForm(quiz.settings));
  const [asked, setAsked] = useState(0);
  const heading = useRef<HTMLHeadingElement>(null);
  const fields = useRef<HTMLFormElement>(null);
  const { saving, seen } = useSaving({ place, quiz, onDone });
  const faults = settingsFaults(form);
  useEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    if (asked > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [asked]);
  const faultOf = (field: string): string | undefined => {
    const fault = asked > 0 ? faults.get(field) : undefined;
    return fault && t(`faults.${fault}`);
  };
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(asked + 1);
    if (faults.size === 0) saving.mutate(settingsOf(form, seen));
  };
  const part = { form, faultOf, onChange: setForm };
  return (
    <section className={styles.screen} aria-label={t('title')}>
      <h2 ref={heading} tabIndex={-1}>
        {t('title')}
      </h2>
      <form ref={fields} className={styles.form} noValidate onSubmit={save}>
        <Field {...part} name="title" />
        <Choice
          label={t('what')}
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind })}
          options={(['practice', 'final'] as const).map((value) => ({ value, label: t(value) }))}
        />
        <p className={styles.soft}>{t(`whatFor.${form.kind}`)}</p>
        <Drawing {...{ place, quiz, modules }} {...part} />
        <Taking {...part} />
        {saving.data && (
          <Clash
            onTakeTheirs={() => {
              setForm(settingsForm(seen));
              saving.reset();
            }}
          />
        )}
        {saving.error && <Failure error={saving.error} />}
        <div className={styles.acts}>
          <ActionButton type="submit" busy={saving.isPending}>
            {t('save')}
          </ActionButton>
          <ActionButton look="quiet" onClick={onDone}>
            {t('leave')}
          </ActionButton>
        </div>
      </form>
    </section>
  );
}
