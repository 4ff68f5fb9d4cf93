import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { startDraft } from '../../api/drafts.js';
import type { QuestionPage } from '../../api/questions.js';
import { useContentText } from '../../i18n/bilingual.js';
import { ActionButton, LinkButton } from '../../ui/button.js';
import { Sheet } from '../../ui/sheet.js';
import { Failure } from '../../ui/states.js';
import styles from './bank.module.css';

const ICON = <IconPencil size={22} aria-hidden />;

const placeOf = (draftId: string, lesson: string, code: string): string =>
  `/soan/${draftId}/bai/${lesson}?cau=${encodeURIComponent(code)}`;

/** Questions are changed in a draft of their course; when there is none, one is begun from what learners have. */
function StartDraft({ question }: { question: QuestionPage }) {
  const t = useTranslations('bank.edit');
  const text = useContentText();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [isOpen, setOpen] = useState(false);
  const { course, code, places } = question;
  const starting = useMutation({
    mutationFn: () => startDraft(queries, { courseSlug: course.slug }),
    onSuccess: (draftId) => {
      const lesson = places[0]?.slug;
      navigate(lesson === undefined ? `/soan/${draftId}` : placeOf(draftId, lesson, code));
    },
  });
  const go = (
    <ActionButton busy={starting.isPending} onClick={() => starting.mutate()}>
      {t('start')}
    </ActionButton>
  );
  return (
    <>
      <ActionButton icon={ICON} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {t('edit')}
      </ActionButton>
      <Sheet opened={isOpen} onClose={() => setOpen(false)} title={t('startTitle')} actions={go}>
        <div className={styles.form}>
          <p>{t('startText', { course: text(course.title) })}</p>
          {starting.error && <Failure error={starting.error} />}
        </div>
      </Sheet>
    </>
  );
}

/** The way to where a question can be changed; in words why there is none. */
export function EditQuestion({ question }: { question: QuestionPage }) {
  const t = useTranslations('bank.edit');
  const { draft, places, code, can } = question;
  if (!can.edit) return null;
  const lesson = draft?.lessons[0]?.slug;
  if (draft && lesson !== undefined) {
    return (
      <LinkButton icon={ICON} href={placeOf(draft.id, lesson, code)}>
        {t('edit')}
      </LinkButton>
    );
  }
  if (draft) {
    return (
      <LinkButton look="quiet" href={`/soan/${draft.id}`}>
        {t('openDraft')}
      </LinkButton>
    );
  }
  return places.length > 0 && <StartDraft question={question} />;
}

/** Why a question cannot be changed here, or not at once; nothing when it can. */
export function EditNote({ question: { draft, places, can } }: { question: QuestionPage }) {
  const t = useTranslations('bank.edit');
  const reason = !can.edit
    ? 'notYours'
    : draft && draft.lessons.length === 0
      ? 'notInDraft'
      : !draft && places.length === 0
        ? 'notInUse'
        : null;
  return reason && <p className={styles.soft}>{t(reason)}</p>;
}
