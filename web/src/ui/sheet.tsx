import { IconX } from '@tabler/icons-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './sheet.module.css';

interface SheetProps {
  opened: boolean;
  onClose(): void;
  title: string;
  children: ReactNode;
  /** Buttons at the foot, always in sight. */
  actions?: ReactNode;
}

/**
 * A dialog: from below on a phone, in the middle on a larger screen. The browser's own element: it keeps the focus
 * inside, closes by Escape and gives the focus back, without a kilobyte of script.
 */
export function Sheet({ opened, onClose, title, children, actions }: SheetProps) {
  const t = useTranslations('states');
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (opened && dialog && !dialog.open) dialog.showModal();
    if (!opened && dialog?.open) dialog.close();
  }, [opened]);
  return (
    <dialog
      ref={ref}
      className={styles.sheet}
      aria-labelledby={titleId}
      // Also fires for our own close(), when somebody else may have been opened already.
      onClose={() => {
        if (opened) onClose();
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
    >
      {opened && (
        <div className={styles.inside}>
          <div className={styles.top}>
            <h2 id={titleId}>{title}</h2>
            <button type="button" className={styles.close} onClick={onClose} aria-label={t('close')}>
              <IconX size={24} aria-hidden />
            </button>
          </div>
          <div className={styles.body}>{children}</div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
      )}
    </dialog>
  );
}
