import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { previewLesson } from '../api/drafts.js';
import { useFormats } from '../i18n/formats.js';
import type { OtherText } from '../offline/draft-keeper.js';
import { ActionButton } from '../ui/button.js';
import { LessonArticle } from '../ui/lesson-article.js';
import { Section } from '../ui/page.js';
import { Loading } from '../ui/states.js';
import styles from './studio.module.css';

interface ConflictViewProps {
  draftId: string;
  mine: string;
  theirs: OtherText;
  onKeepMine(): void;
  onTakeTheirs(): void;
}

/** One of the two texts as the learner would read it; as it is written while that cannot be had. */
function Side({ draftId, markdown }: { draftId: string; markdown: string }) {
  const preview = useQuery({
    queryKey: ['draft-preview', draftId, markdown],
    queryFn: () => previewLesson(draftId, markdown),
    retry: false,
  });
  if (preview.isPending) return <Loading lines={4} />;
  if (preview.data === undefined) return <pre className={styles.source}>{markdown}</pre>;
  return <LessonArticle html={preview.data} letters="m" />;
}

/** Two texts of one lesson, side by side: one is chosen, the other stays on this device. */
export function ConflictView({ draftId, mine, theirs, onKeepMine, onTakeTheirs }: ConflictViewProps) {
  const t = useTranslations('studio.conflict');
  const formats = useFormats();
  const at = `${formats.time(theirs.changedAt)} ${formats.date(theirs.changedAt)}`;
  return (
    <div className={styles.conflict} role="alert">
      <p>
        <strong>{t('title')}</strong> {t('text', { name: theirs.changedBy, at })}
      </p>
      <div className={styles.sides}>
        <Section title={t('mine')}>
          <div>
            <ActionButton onClick={onKeepMine}>{t('keepMine')}</ActionButton>
          </div>
          <div className={styles.side}>
            <Side draftId={draftId} markdown={mine} />
          </div>
        </Section>
        <Section title={t('theirs', { name: theirs.changedBy })}>
          <div>
            <ActionButton look="quiet" onClick={onTakeTheirs}>
              {t('takeTheirs')}
            </ActionButton>
          </div>
          <div className={styles.side}>
            <Side draftId={draftId} markdown={theirs.text} />
          </div>
        </Section>
      </div>
    </div>
  );
}
