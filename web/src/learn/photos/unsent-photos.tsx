import { useTranslations } from 'use-intl';
import { useReachable } from '../../api/connection.js';
import { withPhotoWords } from './photo-words.js';

interface UnsentPhotosProps {
  unsent: number;
  refused: number;
  /** Handing in was pressed and waits for the photos. */
  isWaiting: boolean;
}

/** Why the attempt is not handed in at once. */
function UnsentPhotos({ unsent, refused, isWaiting }: UnsentPhotosProps) {
  const t = useTranslations('photos');
  const reachable = useReachable();
  if (refused > 0) return <p role="alert">{t('mustRemove', { count: refused })}</p>;
  const said = !isWaiting ? 'unsent' : reachable ? 'waiting' : 'waitingOffline';
  return <p role="status">{t(said, { count: unsent })}</p>;
}

export default withPhotoWords(UnsentPhotos);
