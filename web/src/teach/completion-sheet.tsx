import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { changeCourse, type Draft } from '../api/drafts.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { TextField } from '../ui/fields.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import { certificateOf, completionWith, passPercentsOf, type PassPercents } from './completion-facts.js';
import styles from './studio.module.css';

type Gives = 'yes' | 'no';

const USUAL_PASS = '70';

interface QuizRulesProps {
  draft: Draft;
  percents: PassPercents;
  onChange(percents: PassPercents): void;
  isAsked: boolean;
}

/** The quizzes of the course: which are to be passed, and with how much. */
function QuizRules({ draft, percents, onChange, isAsked }: QuizRulesProps) {
  const t = useTranslations('studio.completion');
  const text = useContentText();
  const quizzes = draft.modules.flatMap(({ lessons }) => lessons).filter(({ kind }) => kind === 'quiz');
  return (
    <fieldset className={styles.checks}>
      <legend>{t('quizzes')}</legend>
      {quizzes.length === 0 && <p>{t('noQuizzes')}</p>}
      {quizzes.map(({ slug, title }) => {
        const percent = percents[slug];
        return (
          <div key={slug}>
            <label className={styles.check}>
              <input
                type="checkbox"
                checked={percent !== undefined}
                onChange={(event) => {
                  const { [slug]: _left, ...others } = percents;
                  onChange(event.target.checked ? { ...others, [slug]: USUAL_PASS } : others);
                }}
              />
              {text(title)}
            </label>
            {percent !== undefined && (
              <TextField
                label={t('percent', { quiz: text(title) })}
                type="number"
                value={percent}
                error={isAsked && !isPercent(percent) ? t('percentBad') : undefined}
                onChange={(event) => onChange({ ...percents, [slug]: event.target.value })}
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

const isPercent = (value: string): boolean => /^\d{1,3}$/.test(value) && Number(value) <= 100;

interface CertificateFieldsProps {
  gives: Gives;
  title: string;
  isAsked: boolean;
  onGives(gives: Gives): void;
  onTitle(title: string): void;
}

/** Whether there is a certificate, and what it is called. */
function CertificateFields({ gives, title, isAsked, onGives, onTitle }: CertificateFieldsProps) {
  const t = useTranslations('studio.completion');
  return (
    <>
      <Choice<Gives>
        label={t('certificate')}
        value={gives}
        onChange={onGives}
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
      />
      {gives === 'yes' && (
        <TextField
          label={t('certificateTitle')}
          hint={t('certificateTitleHint')}
          value={title}
          maxLength={300}
          error={isAsked && title.trim() === '' ? t('titleMissing') : undefined}
          onChange={(event) => onTitle(event.target.value)}
        />
      )}
    </>
  );
}

/** What a learner must have done, and what they get for it. */
export function CompletionSheet({ draft, onClose }: { draft: Draft; onClose(): void }) {
  const t = useTranslations('studio.completion');
  const queries = useQueryClient();
  const { course } = draft;
  const former = certificateOf(course.certificate);
  const [percents, setPercents] = useState(() => passPercentsOf(course.completion));
  const [gives, setGives] = useState<Gives>(former ? 'yes' : 'no');
  const [title, setTitle] = useState(former?.title.vi ?? t('usualTitle', { course: course.title.vi }));
  const [isAsked, setAsked] = useState(false);
  const saving = useMutation({
    mutationFn: () =>
      changeCourse(queries, draft.id, {
        version: course.version,
        completion: completionWith(course.completion, percents),
        certificate:
          gives === 'yes'
            ? { kind: 'giay-chung-nhan', ...course.certificate, title: { ...former?.title, vi: title.trim() } }
            : null,
      }),
    onSuccess: onClose,
  });
  const isWhole = Object.values(percents).every(isPercent) && (gives === 'no' || title.trim() !== '');
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isWhole) saving.mutate();
  };
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('title')}
      actions={
        <ActionButton type="submit" form="completion-form" busy={saving.isPending}>
          {t('save')}
        </ActionButton>
      }
    >
      <form id="completion-form" className={styles.form} noValidate onSubmit={save}>
        <p>{t('lessons')}</p>
        <QuizRules draft={draft} percents={percents} onChange={setPercents} isAsked={isAsked} />
        <CertificateFields {...{ gives, title, isAsked }} onGives={setGives} onTitle={setTitle} />
        {saving.error && <Failure error={saving.error} />}
      </form>
    </Sheet>
  );
}
