import { useTranslations } from 'use-intl';
import type { EssayPhoto } from '../../api/essay-photos.js';
import { PhotoPages } from '../../ui/photo-pages.js';
import { withPhotoWords } from './photo-words.js';

/** The photos that somebody handed in, beside what the lecturer says of them. */
function OwnPhotos({ photos }: { photos: readonly EssayPhoto[] }) {
  const t = useTranslations('photos');
  const pages = photos.map(({ id, url, position }) => ({
    ...{ id, src: url, label: t('page', { number: position }) },
    openLabel: t('open', { number: position }),
  }));
  return <PhotoPages pages={pages} look="small" />;
}

export default withPhotoWords(OwnPhotos);
