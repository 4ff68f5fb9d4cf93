import { useSortable } from '@dnd-kit/sortable';
import { CSS } from '@dnd-kit/utilities';
import {
  IconFileText,
  IconGripVertical,
  IconHelpCircle,
  IconMessage,
  IconMasksTheater,
  IconVideo,
} from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { DraftFault, DraftLesson } from '../api/drafts.js';
import { useContentText } from '../i18n/bilingual.js';
import { Tag } from '../ui/tag.js';
import { FaultList } from './fault-list.js';
import styles from './outline.module.css';
import { RowButtons, type RowActs } from './rows/row-buttons.js';

const ICON = { size: 22, 'aria-hidden': true };

const KINDS = {
  reading: <IconFileText {...ICON} />,
  video: <IconVideo {...ICON} />,
  quiz: <IconHelpCircle {...ICON} />,
  scenario: <IconMasksTheater {...ICON} />,
};

interface OutlineRowProps {
  draftId: string;
  lesson: DraftLesson;
  faults: DraftFault[];
  /** Null when nothing may be changed. */
  acts: RowActs | null;
}

/** One lesson of the outline: dragged by its handle, by finger, mouse or keyboard, or moved by its buttons. */
export function OutlineRow({ draftId, lesson, faults, acts }: OutlineRowProps) {
  const t = useTranslations('studio.outline');
  const text = useContentText();
  const name = text(lesson.title);
  const { setNodeRef, setActivatorNodeRef, listeners, attributes, transform, transition, isDragging } = useSortable({
    id: lesson.slug,
    data: { name },
    disabled: acts === null,
  });
  const style = { transform: CSS.Translate.toString(transform), transition };
  return (
    <li ref={setNodeRef} style={style} className={styles.row} data-dragging={isDragging}>
      {acts && (
        <button
          type="button"
          ref={setActivatorNodeRef}
          className={styles.handle}
          aria-label={t('drag', { name })}
          {...listeners}
          aria-describedby={attributes['aria-describedby']}
        >
          <IconGripVertical {...ICON} />
        </button>
      )}
      <div className={styles.what}>
        <Link href={`/soan/${draftId}/bai/${lesson.slug}`} className={styles.title}>
          {KINDS[lesson.kind]}
          <span>
            {name}
            <span className={styles.facts}>
              {t(`kinds.${lesson.kind}`)} · {t('minutes', { minutes: Math.ceil(lesson.minutes) })}
            </span>
          </span>
        </Link>
        {lesson.threads > 0 && (
          <p>
            <Tag tone={lesson.openThreads > 0 ? 'gold' : 'good'} icon={<IconMessage size={18} aria-hidden />}>
              {t('remarks', { open: lesson.openThreads })}
            </Tag>
          </p>
        )}
        <FaultList faults={faults} />
      </div>
      {acts && <RowButtons name={name} acts={acts} />}
    </li>
  );
}
