import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconFileZip, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { abandonDraft, archiveHref, type Draft } from '../api/drafts.js';
import { ActionButton, FileLink } from '../ui/button.js';
import { AreaField } from '../ui/fields.js';
import { Section } from '../ui/page.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import styles from './studio.module.css';

/** Asked once: what is given up is in no list any more. */
function AbandonSheet({ draft, onClose }: { draft: Draft; onClose(): void }) {
  const t = useTranslations('studio.keeping');
  const outline = useTranslations('studio.outline');
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [reason, setReason] = useState('');
  const giving = useMutation({
    mutationFn: () => abandonDraft(queries, draft.id, reason.trim()),
    onSuccess: () => navigate('/soan'),
  });
  const give = (event: FormEvent): void => {
    event.preventDefault();
    giving.mutate();
  };
  const actions = (
    <>
      <ActionButton look="quiet" onClick={onClose}>
        {outline('keep')}
      </ActionButton>
      <ActionButton type="submit" form="abandon-form" look="danger" busy={giving.isPending}>
        {t('doAbandon')}
      </ActionButton>
    </>
  );
  return (
    <Sheet opened onClose={onClose} title={t('abandonTitle')} actions={actions}>
      <form id="abandon-form" className={styles.form} noValidate onSubmit={give}>
        <p>{t('abandonText')}</p>
        <AreaField
          label={t('reason')}
          hint={t('reasonHint')}
          rows={2}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        {giving.error && <Failure error={giving.error} />}
      </form>
    </Sheet>
  );
}

/** The whole draft: taken along as one file, or given up. */
export function DraftKeeping({ draft }: { draft: Draft }) {
  const t = useTranslations('studio.keeping');
  const [isAsked, setAsked] = useState(false);
  return (
    <Section title={t('title')}>
      <p>{t('zipText')}</p>
      <div className={styles.keeping}>
        <FileLink href={archiveHref(draft.id)} download look="quiet" icon={<IconFileZip size={22} aria-hidden />}>
          {t('zip')}
        </FileLink>
        {draft.can.abandon && (
          <ActionButton
            look="plain"
            aria-haspopup="dialog"
            icon={<IconTrash size={22} aria-hidden />}
            onClick={() => setAsked(true)}
          >
            {t('abandon')}
          </ActionButton>
        )}
      </div>
      {isAsked && <AbandonSheet draft={draft} onClose={() => setAsked(false)} />}
    </Section>
  );
}
