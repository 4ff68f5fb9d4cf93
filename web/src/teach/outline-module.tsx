import { useDroppable } from '@dnd-kit/core';
import { SortableContext, verticalListSortingStrategy } from '@dnd-kit/sortable';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { DraftFault, DraftModule } from '../api/drafts.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { OutlineRow } from './outline-row.js';
import styles from './outline.module.css';
import { RowButtons, type RowActs } from './rows/row-buttons.js';

interface OutlineModuleProps {
  draftId: string;
  module: DraftModule;
  number: number;
  /** Of the whole draft. */
  faults: DraftFault[];
  /** Null when nothing may be changed. */
  acts: RowActs | null;
  lessonActs(slug: string): RowActs | null;
  onAdd(): void;
  onImport(): void;
}

export function OutlineModule({
  draftId,
  module,
  number,
  faults,
  acts,
  lessonActs,
  onAdd,
  onImport,
}: OutlineModuleProps) {
  const t = useTranslations('studio.outline');
  const text = useContentText();
  const { setNodeRef } = useDroppable({ id: module.slug, data: { name: text(module.title) } });
  const name = text(module.title);
  return (
    <section className={styles.module} aria-label={name}>
      <div className={styles.moduleTop}>
        <h2>
          <span className={styles.number}>{t('module', { number })}</span> {name}
        </h2>
        {acts && <RowButtons name={name} acts={acts} />}
      </div>
      <SortableContext items={module.lessons.map(({ slug }) => slug)} strategy={verticalListSortingStrategy}>
        <ul ref={setNodeRef} className={styles.rows}>
          {module.lessons.length === 0 && <li className={styles.none}>{t('noLessons')}</li>}
          {module.lessons.map((lesson) => (
            <OutlineRow
              key={lesson.slug}
              draftId={draftId}
              lesson={lesson}
              faults={faults.filter(({ lessonSlug }) => lessonSlug === lesson.slug)}
              acts={lessonActs(lesson.slug)}
            />
          ))}
        </ul>
      </SortableContext>
      {acts && (
        <div className={styles.add}>
          <ActionButton look="plain" icon={<IconPlus size={22} aria-hidden />} onClick={onAdd}>
            {t('addLesson')}
          </ActionButton>
          <ActionButton look="plain" icon={<IconFileImport size={22} aria-hidden />} onClick={onImport}>
            {t('importLesson')}
          </ActionButton>
        </div>
      )}
    </section>
  );
}
