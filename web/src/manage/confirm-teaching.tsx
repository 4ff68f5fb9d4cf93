import { useTranslations } from 'use-intl';
import { ApiProblem } from '../api/problem.js';
import { ActionButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import styles from './class-lecturers.module.css';

interface ConfirmTeachingProps {
  /** The problem `teaching-to-confirm`, which says what speaks against it. */
  error: unknown;
  isBusy: boolean;
  onBack(): void;
  onConfirm(): void;
}

/** Asked once before a class is opened with lecturers whom something speaks against; the answer goes on record. */
export function ConfirmTeaching({ error, isBusy, onBack, onConfirm }: ConfirmTeachingProps) {
  const t = useTranslations('lecturers');
  const found = error instanceof ApiProblem ? (error.body.errors ?? []) : [];
  const actions = (
    <>
      <ActionButton look="quiet" onClick={onBack}>
        {t('back')}
      </ActionButton>
      <ActionButton busy={isBusy} onClick={onConfirm}>
        {t('goOn')}
      </ActionButton>
    </>
  );
  return (
    <Sheet opened onClose={onBack} title={t('confirmTitle')} actions={actions}>
      <div className={styles.search}>
        <ul className={styles.asked}>
          {found.map(({ pointer, detail }) => (
            <li key={pointer}>{detail}</li>
          ))}
        </ul>
        <p className={styles.soft}>{t('confirmText')}</p>
      </div>
    </Sheet>
  );
}
