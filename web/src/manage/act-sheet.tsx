import { useIsMutating } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import { ACT_FORM, UNIT_ACT } from './unit-act-form.js';
import styles from './units.module.css';

interface ActSheetProps {
  opened: boolean;
  onClose(): void;
  title: string;
  /** Whom or what the act is about. */
  subject?: string;
  submit: string;
  isDanger?: boolean;
  /** A form with the id ACT_FORM. */
  children: ReactNode;
}

/** A sheet with one form, sent by the button at its foot. */
export function ActSheet({ opened, onClose, title, subject, submit, isDanger = false, children }: ActSheetProps) {
  const words = useTranslations('words');
  const isBusy = useIsMutating({ mutationKey: UNIT_ACT }) > 0;
  const actions = (
    <>
      <ActionButton look="quiet" onClick={onClose}>
        {words('cancel')}
      </ActionButton>
      <ActionButton type="submit" form={ACT_FORM} busy={isBusy} look={isDanger ? 'danger' : 'primary'}>
        {submit}
      </ActionButton>
    </>
  );
  return (
    <Sheet opened={opened} onClose={onClose} title={title} actions={actions}>
      {subject !== undefined && <p className={styles.subject}>{subject}</p>}
      {children}
    </Sheet>
  );
}
