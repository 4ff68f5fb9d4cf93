import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { changeLesson, changeOutline, type OutlineAct } from '../api/drafts.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { TextField } from '../ui/fields.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import { ImportSheet } from './import-sheet.js';
import styles from './studio.module.css';

type NameDialog =
  | { kind: 'add-module' }
  | { kind: 'add-lesson'; module: string }
  | { kind: 'rename-module' | 'rename-lesson'; slug: string; name: string };

interface RemoveDialog {
  kind: 'remove-module' | 'remove-lesson';
  slug: string;
  name: string;
}

/** What is open over the outline. */
export type OutlineDialog = NameDialog | RemoveDialog | { kind: 'import'; module: string };

interface OutlineSheetsProps {
  draftId: string;
  dialog: OutlineDialog;
  onClose(): void;
}

type NewKind = 'reading' | 'video' | 'quiz';

const KINDS: NewKind[] = ['reading', 'video', 'quiz'];

function useAct(draftId: string, onClose: () => void) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (act: OutlineAct | { act: 'rename-lesson'; slug: string; title: string }) =>
      act.act === 'rename-lesson'
        ? changeLesson(queries, { id: draftId, slug: act.slug }, { title: act.title })
        : changeOutline(queries, draftId, act),
    onSuccess: onClose,
  });
}

/** A name, for something new or something old. */
function NameSheet({ draftId, dialog, onClose }: Omit<OutlineSheetsProps, 'dialog'> & { dialog: NameDialog }) {
  const t = useTranslations('studio.outline');
  const [title, setTitle] = useState('name' in dialog ? dialog.name : '');
  const [kind, setKind] = useState<NewKind>('reading');
  const [isAsked, setAsked] = useState(false);
  const acting = useAct(draftId, onClose);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    const name = title.trim();
    if (name === '') return;
    if (dialog.kind === 'add-module') acting.mutate({ act: 'add-module', title: name });
    else if (dialog.kind === 'add-lesson')
      acting.mutate({ act: 'add-lesson', module: dialog.module, kind, title: name });
    else if (dialog.kind === 'rename-module') acting.mutate({ act: 'change-module', slug: dialog.slug, title: name });
    else if (dialog.kind === 'rename-lesson') acting.mutate({ act: 'rename-lesson', slug: dialog.slug, title: name });
  };
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t(`sheets.${dialog.kind}`)}
      actions={
        <ActionButton type="submit" form="name-form" busy={acting.isPending}>
          {t('save')}
        </ActionButton>
      }
    >
      <form id="name-form" className={styles.form} noValidate onSubmit={save}>
        {dialog.kind === 'add-lesson' && (
          <Choice<NewKind>
            label={t('kind')}
            value={kind}
            onChange={setKind}
            options={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
          />
        )}
        <TextField
          label={t('name')}
          value={title}
          maxLength={200}
          data-autofocus
          error={isAsked && title.trim() === '' ? t('nameMissing') : undefined}
          onChange={(event) => setTitle(event.target.value)}
        />
        {acting.error && <Failure error={acting.error} />}
      </form>
    </Sheet>
  );
}

function RemoveSheet({ draftId, dialog, onClose }: Omit<OutlineSheetsProps, 'dialog'> & { dialog: RemoveDialog }) {
  const t = useTranslations('studio.outline');
  const acting = useAct(draftId, onClose);
  const { kind: what, slug, name } = dialog;
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t(`sheets.${what}`)}
      actions={
        <>
          <ActionButton look="quiet" onClick={onClose}>
            {t('keep')}
          </ActionButton>
          <ActionButton look="danger" busy={acting.isPending} onClick={() => acting.mutate({ act: what, slug })}>
            {t('removeNow')}
          </ActionButton>
        </>
      }
    >
      <div className={styles.form}>
        <p>{t(what === 'remove-module' ? 'removeModule' : 'removeLesson', { name })}</p>
        {acting.error && <Failure error={acting.error} />}
      </div>
    </Sheet>
  );
}

const isRemoval = (dialog: OutlineDialog): dialog is RemoveDialog =>
  dialog.kind === 'remove-module' || dialog.kind === 'remove-lesson';

export function OutlineSheets({ draftId, dialog, onClose }: OutlineSheetsProps) {
  if (dialog.kind === 'import') return <ImportSheet draftId={draftId} module={dialog.module} onClose={onClose} />;
  if (isRemoval(dialog)) {
    return <RemoveSheet draftId={draftId} dialog={dialog} onClose={onClose} />;
  }
  return <NameSheet draftId={draftId} dialog={dialog} onClose={onClose} />;
}
