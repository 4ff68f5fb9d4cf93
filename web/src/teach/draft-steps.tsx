import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { moveDraft, type Draft, type DraftFault } from '../api/drafts.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import styles from './studio.module.css';

type Step = 'submit' | 'withdraw' | 'publish';

const STEPS: Step[] = ['submit', 'withdraw', 'publish'];

/** All faults with the way to each. */
function Missing({ draft, faults }: { draft: Draft; faults: DraftFault[] }) {
  const t = useTranslations('studio.steps');
  const text = useContentText();
  const titles = new Map(draft.modules.flatMap(({ lessons }) => lessons.map(({ slug, title }) => [slug, text(title)])));
  return (
    <div className={styles.form}>
      <p>{t('missing', { count: faults.length })}</p>
      <ul className={styles.losses}>
        {faults.map(({ path, lessonSlug, line, message }) => (
          <li key={`${path}:${line ?? 0}:${message.vi}`}>
            {lessonSlug !== null && <Link href={`/soan/${draft.id}/bai/${lessonSlug}`}>{titles.get(lessonSlug)}</Link>}
            <span>{text(message)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What can be done with the draft as a whole, each asked once more. */
export function DraftSteps({ draft }: { draft: Draft }) {
  const t = useTranslations('studio.steps');
  const queries = useQueryClient();
  const [asked, setAsked] = useState<Step | null>(null);
  const moving = useMutation({
    mutationFn: (step: Step) => moveDraft(queries, draft.id, step),
    onSuccess: () => setAsked(null),
  });
  const { faults } = draft;
  // Who may edit sees the button also while something is missing: it says what.
  const offered = STEPS.filter((step) => draft.can[step] || (step === 'submit' && draft.can.edit && faults.length > 0));
  const isBlocked = asked === 'submit' && faults.length > 0;
  return (
    <>
      {offered.map((step) => (
        <ActionButton key={step} look={step === 'withdraw' ? 'quiet' : 'primary'} onClick={() => setAsked(step)}>
          {t(`${step}.button`)}
        </ActionButton>
      ))}
      {asked && (
        <Sheet
          opened
          onClose={() => setAsked(null)}
          title={isBlocked ? t('missingTitle') : t(`${asked}.title`)}
          actions={
            isBlocked ? (
              <ActionButton look="quiet" onClick={() => setAsked(null)}>
                {t('close')}
              </ActionButton>
            ) : (
              <ActionButton busy={moving.isPending} onClick={() => moving.mutate(asked)}>
                {t(`${asked}.confirm`)}
              </ActionButton>
            )
          }
        >
          {isBlocked ? <Missing draft={draft} faults={faults} /> : <p>{t(`${asked}.text`)}</p>}
          {moving.error && <Failure error={moving.error} />}
        </Sheet>
      )}
    </>
  );
}
