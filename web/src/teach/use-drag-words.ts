import type { Active, Over } from '@dnd-kit/core';
import { useTranslations } from 'use-intl';

const nameOf = (what: Active | Over | null): string => String(what?.data.current?.['name'] ?? '');

/** What a screen reader says while something is dragged by keyboard. */
export function useDragWords() {
  const t = useTranslations('studio.drag');
  return {
    screenReaderInstructions: { draggable: t('how') },
    announcements: {
      onDragStart: ({ active }: { active: Active }) => t('lifted', { name: nameOf(active) }),
      onDragOver: ({ active, over }: { active: Active; over: Over | null }) =>
        over ? t('over', { name: nameOf(active), place: nameOf(over) }) : t('nowhere'),
      onDragEnd: ({ active, over }: { active: Active; over: Over | null }) =>
        over ? t('dropped', { name: nameOf(active), place: nameOf(over) }) : t('back', { name: nameOf(active) }),
      onDragCancel: ({ active }: { active: Active }) => t('back', { name: nameOf(active) }),
    },
  };
}
