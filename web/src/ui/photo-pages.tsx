import { IconMaximize, IconX } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './photo-pages.module.css';

export interface PhotoPage {
  id: string;
  src: string;
  /** What it is, such as "Ảnh 1". */
  label: string;
  /** What pressing it does. */
  openLabel: string;
  /** Pixels, where known: the place is kept while the photo comes. */
  width?: number;
  height?: number;
}

/** A photo as large as the screen; pressing it shows it in its own size and back. */
function Canvas({ page }: { page: PhotoPage }) {
  const [isLarge, setLarge] = useState(false);
  return (
    <button
      type="button"
      className={styles.canvas}
      aria-pressed={isLarge}
      aria-label={page.openLabel}
      data-large={isLarge || undefined}
      onClick={() => setLarge(!isLarge)}
    >
      <img src={page.src} alt={page.label} />
    </button>
  );
}

/** The whole screen for one page. */
function FullScreen({ page, onClose }: { page: PhotoPage | null; onClose(): void }) {
  const t = useTranslations('states');
  const ref = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const dialog = ref.current;
    if (page && dialog && !dialog.open) dialog.showModal();
    if (!page && dialog?.open) dialog.close();
  }, [page]);
  return (
    <dialog ref={ref} className={styles.full} aria-label={page?.label} onClose={() => page && onClose()}>
      {page && (
        <>
          <button type="button" className={styles.close} onClick={onClose}>
            <IconX size={24} aria-hidden />
            {t('close')}
          </button>
          <Canvas page={page} />
        </>
      )}
    </dialog>
  );
}

/**
 * Photographed pages of an answer, each opening over the whole screen.
 * @param look small ones beside one another, or as wide as the column to read them in place
 */
export function PhotoPages({ pages, look }: { pages: PhotoPage[]; look: 'small' | 'large' }) {
  const [open, setOpen] = useState<PhotoPage | null>(null);
  return (
    <>
      <ul className={styles.pages} data-look={look}>
        {pages.map((page) => (
          <li key={page.id}>
            <button type="button" className={styles.page} aria-label={page.openLabel} onClick={() => setOpen(page)}>
              <img src={page.src} alt="" width={page.width} height={page.height} />
              {look === 'large' && (
                <span className={styles.label}>
                  <IconMaximize size={20} aria-hidden />
                  {page.openLabel}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
      <FullScreen page={open} onClose={() => setOpen(null)} />
    </>
  );
}
