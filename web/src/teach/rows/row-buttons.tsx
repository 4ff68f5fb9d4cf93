import { IconArrowDown, IconArrowUp, IconCopy, IconPencil, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import styles from './row-buttons.module.css';

const ICON = { size: 22, 'aria-hidden': true };

interface SmallButtonProps {
  label: string;
  disabled?: boolean;
  onClick(): void;
  children: ReactNode;
}

/** A sign with its words for those who do not see it. */
function SmallButton({ label, disabled, onClick, children }: SmallButtonProps) {
  return (
    <button
      type="button"
      className={styles.small}
      aria-label={label}
      title={label}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

export interface RowActs {
  /** false: the place of a row says nothing, and it has no buttons for it. */
  isMovable?: boolean;
  /** Undefined where there is no place to go. */
  up?: () => void;
  down?: () => void;
  /** Undefined for what gets its name elsewhere. */
  rename?: () => void;
  copy?: () => void;
  /** Undefined for what has to stay. */
  remove?: () => void;
}

/** Up, down, rename, copy, delete: the same for everything that stands in rows. */
export function RowButtons({ name, acts }: { name: string; acts: RowActs }) {
  const t = useTranslations('studio.outline');
  return (
    <div className={styles.buttons}>
      {acts.isMovable !== false && (
        <>
          <SmallButton label={t('up', { name })} disabled={!acts.up} onClick={() => acts.up?.()}>
            <IconArrowUp {...ICON} />
          </SmallButton>
          <SmallButton label={t('down', { name })} disabled={!acts.down} onClick={() => acts.down?.()}>
            <IconArrowDown {...ICON} />
          </SmallButton>
        </>
      )}
      {acts.rename && (
        <SmallButton label={t('rename', { name })} onClick={acts.rename}>
          <IconPencil {...ICON} />
        </SmallButton>
      )}
      {acts.copy && (
        <SmallButton label={t('copy', { name })} onClick={acts.copy}>
          <IconCopy {...ICON} />
        </SmallButton>
      )}
      {acts.remove && (
        <SmallButton label={t('remove', { name })} onClick={acts.remove}>
          <IconTrash {...ICON} />
        </SmallButton>
      )}
    </div>
  );
}
