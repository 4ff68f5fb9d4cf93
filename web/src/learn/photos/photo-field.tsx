import { IconAlertTriangle, IconCircleCheck, IconDeviceMobileCheck, IconX } from '@tabler/icons-react';
import { useId, useRef, useState, type ChangeEvent } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButton } from '../../ui/button.js';
import { PhotoPages } from '../../ui/photo-pages.js';
import styles from './photo-field.module.css';
import { withPhotoWords } from './photo-words.js';
import { MOST_PHOTOS, type Photos, type ShownPhoto } from './use-photos.js';

interface PhotoRowProps {
  photo: ShownPhoto;
  number: number;
  onRemove(): void;
}

/** One photo: how it looks, where it is, and a way to take it away. */
function PhotoRow({ photo, number, onRemove }: PhotoRowProps) {
  const t = useTranslations('photos');
  const { id, src, at, problem } = photo;
  const page = { id, src, label: t('page', { number }), openLabel: t('open', { number }) };
  return (
    <li className={styles.row} data-at={at}>
      <PhotoPages pages={[page]} look="small" />
      <div className={styles.words}>
        <p className={styles.name}>{t('page', { number })}</p>
        <p className={styles.state} role="status">
          {at === 'server' && <IconCircleCheck size={22} aria-hidden />}
          {at === 'device' && <IconDeviceMobileCheck size={22} aria-hidden />}
          {at === 'refused' && <IconAlertTriangle size={22} aria-hidden />}
          <span>{at === 'refused' ? (problem?.detail ?? t('refused')) : t(at)}</span>
        </p>
        {at === 'sending' && <progress className={styles.bar} aria-label={t('sending')} />}
        <button type="button" className={styles.remove} aria-label={t('remove', { number })} onClick={onRemove}>
          <IconX size={20} aria-hidden />
          {t('removeShort')}
        </button>
      </div>
    </li>
  );
}

type Trouble = 'tooMany' | 'lost' | null;

/** Adds what was picked, as many as there is room for. */
function usePicking(photos: Photos, questionId: string, room: number) {
  const [isPreparing, setPreparing] = useState(false);
  const [trouble, setTrouble] = useState<Trouble>(null);
  const pick = async (event: ChangeEvent<HTMLInputElement>): Promise<void> => {
    const files = [...(event.target.files ?? [])];
    // The same file may be picked again.
    event.target.value = '';
    if (files.length === 0) return;
    setPreparing(true);
    setTrouble(files.length > room ? 'tooMany' : null);
    try {
      await photos.add(questionId, files.slice(0, room));
    } catch {
      setTrouble('lost');
    } finally {
      setPreparing(false);
    }
  };
  return { pick, isPreparing, trouble };
}

/** Photographs of an answer on paper: taken, shown, kept on the device and sent when there is a network. */
function PhotoField({ photos, questionId }: { photos: Photos; questionId: string }) {
  const t = useTranslations('photos');
  const titleId = useId();
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const shown = photos.of(questionId);
  const room = MOST_PHOTOS - shown.length;
  const { pick, isPreparing, trouble } = usePicking(photos, questionId, room);
  const onPick = (event: ChangeEvent<HTMLInputElement>) => void pick(event);
  return (
    <section className={styles.field} aria-labelledby={titleId}>
      <div className={styles.top}>
        <h2 id={titleId} className={styles.title}>
          {t('title')}
        </h2>
        <span className={styles.count}>{t('count', { count: shown.length, most: MOST_PHOTOS })}</span>
      </div>
      <p className={styles.hint}>{t('hint')}</p>
      {shown.length > 0 && (
        <ul className={styles.rows}>
          {shown.map((photo, index) => (
            <PhotoRow
              key={photo.id}
              photo={photo}
              number={index + 1}
              onRemove={() => void photos.remove(questionId, photo.id)}
            />
          ))}
        </ul>
      )}
      {isPreparing && <p role="status">{t('preparing')}</p>}
      {trouble && (
        <p className={styles.trouble} role="alert">
          {t(trouble, { most: MOST_PHOTOS })}
        </p>
      )}
      {room > 0 ? (
        <div className={styles.ways}>
          <ActionButton look="quiet" disabled={isPreparing} onClick={() => camera.current?.click()}>
            {t('take')}
          </ActionButton>
          <ActionButton look="plain" disabled={isPreparing} onClick={() => files.current?.click()}>
            {t('choose')}
          </ActionButton>
        </div>
      ) : (
        <p className={styles.hint}>{t('full', { most: MOST_PHOTOS })}</p>
      )}
      <input ref={camera} type="file" accept="image/*" capture="environment" hidden onChange={onPick} />
      <input ref={files} type="file" accept="image/*" multiple hidden onChange={onPick} />
    </section>
  );
}

export default withPhotoWords(PhotoField);
