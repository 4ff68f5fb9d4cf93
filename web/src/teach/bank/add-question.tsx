import { useQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { draftQuery, draftsQuery } from '../../api/drafts.js';
import { useContentText } from '../../i18n/bilingual.js';
import { ActionButton, LinkButton } from '../../ui/button.js';
import { SelectField } from '../../ui/fields.js';
import { Sheet } from '../../ui/sheet.js';
import { Empty, QueryView } from '../../ui/states.js';
import styles from './bank.module.css';

interface LessonFieldProps {
  draftId: string;
  value: string;
  isAsked: boolean;
  onPick(slug: string): void;
}

/** Questions stand in the quizzes of a course: which of them. */
function LessonField({ draftId, value, isAsked, onPick }: LessonFieldProps) {
  const t = useTranslations('bank.add');
  const text = useContentText();
  return (
    <QueryView query={useQuery(draftQuery(draftId))} lines={2}>
      {({ modules, can }) => {
        const quizzes = modules.flatMap(({ lessons }) => lessons).filter(({ kind }) => kind === 'quiz');
        const open = <LinkButton href={`/soan/${draftId}`}>{t('openDraft')}</LinkButton>;
        if (!can.edit) return <Empty title={t('notYours')}>{t('notYoursText')}</Empty>;
        if (quizzes.length === 0) {
          return (
            <Empty title={t('noQuiz')} action={open}>
              {t('noQuizText')}
            </Empty>
          );
        }
        return (
          <SelectField
            label={t('lesson')}
            value={value}
            error={isAsked && value === '' ? t('lessonMissing') : undefined}
            onChange={(event) => onPick(event.target.value)}
            data={[
              { value: '', label: t('choose') },
              ...quizzes.map(({ slug, title }) => ({ value: slug, label: text(title) })),
            ]}
          />
        );
      }}
    </QueryView>
  );
}

/** Which draft and which of its quizzes the new question is for; there it is written. */
export function AddQuestion({ onClose }: { onClose(): void }) {
  const t = useTranslations('bank.add');
  const text = useContentText();
  const [, navigate] = useLocation();
  const drafts = useQuery(draftsQuery);
  const [draftId, setDraftId] = useState('');
  const [slug, setSlug] = useState('');
  const [isAsked, setAsked] = useState(false);
  const open = (drafts.data ?? []).filter(({ state }) => state !== 'published');
  const go = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (draftId !== '' && slug !== '') navigate(`/soan/${draftId}/bai/${slug}?moi=1`);
  };
  const next = open.length > 0 && (
    <ActionButton type="submit" form="add-question">
      {t('go')}
    </ActionButton>
  );
  return (
    <Sheet opened onClose={onClose} title={t('title')} actions={next}>
      <QueryView query={drafts} lines={3}>
        {() =>
          open.length === 0 ? (
            <Empty title={t('noDraft')} action={<LinkButton href="/soan">{t('toDrafts')}</LinkButton>}>
              {t('noDraftText')}
            </Empty>
          ) : (
            <form id="add-question" className={styles.form} noValidate onSubmit={go}>
              <p>{t('text')}</p>
              <SelectField
                label={t('draft')}
                value={draftId}
                error={isAsked && draftId === '' ? t('draftMissing') : undefined}
                onChange={(event) => {
                  setDraftId(event.target.value);
                  setSlug('');
                }}
                data={[
                  { value: '', label: t('choose') },
                  ...open.map(({ id, title }) => ({ value: id, label: text(title) })),
                ]}
              />
              {draftId !== '' && (
                <LessonField key={draftId} draftId={draftId} value={slug} isAsked={isAsked} onPick={setSlug} />
              )}
            </form>
          )
        }
      </QueryView>
    </Sheet>
  );
}
