import {
  closestCenter,
  DndContext,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { sortableKeyboardCoordinates } from '@dnd-kit/sortable';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCertificate, IconEye, IconInfoCircle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { changeOutline, draftQuery, type Draft, type DraftLesson, type DraftModule } from '../api/drafts.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Empty, Failure, QueryView } from '../ui/states.js';
import { DraftKeeping } from './draft-keeping.js';
import { DraftSteps } from './draft-steps.js';
import { CourseFacts } from './facts-sheet.js';
import { CompletionSheet } from './completion-sheet.js';
import { FaultList } from './fault-list.js';
import { DraftLawAlert } from './law-alerts.js';
import { OutlineModule } from './outline-module.js';
import { lessonMoved, lessonStepped, moduleStepped, type OrderedModule } from './outline-order.js';
import type { RowActs } from './rows/row-buttons.js';
import { OutlineSheets, type OutlineDialog } from './outline-sheets.js';
import { StateTag } from './state-tag.js';
import { useDragWords } from './use-drag-words.js';
import styles from './outline.module.css';

/** Quizzes and scenarios carry their names in files of their own. */
const isText = (kind: DraftLesson['kind']): boolean => kind === 'reading' || kind === 'video';

const orderOf = (modules: DraftModule[]): OrderedModule[] =>
  modules.map(({ slug, lessons }) => ({ slug, lessons: lessons.map((lesson) => lesson.slug) }));

/** The modules in an order that is not the server's yet. */
function arranged(modules: DraftModule[], order: OrderedModule[]): DraftModule[] {
  const lessons = new Map(modules.flatMap((module) => module.lessons.map((lesson) => [lesson.slug, lesson])));
  return order.flatMap(({ slug, lessons: slugs }) => {
    const module = modules.find((one) => one.slug === slug);
    return module ? [{ ...module, lessons: slugs.flatMap((one) => lessons.get(one) ?? []) }] : [];
  });
}

/** Shows a new order at once and the server's when it has answered. */
function useOrder(draft: Draft) {
  const queries = useQueryClient();
  const ordering = useMutation({
    mutationFn: (modules: OrderedModule[]) => changeOutline(queries, draft.id, { act: 'order', modules }),
  });
  const modules = ordering.isPending ? arranged(draft.modules, ordering.variables) : draft.modules;
  return {
    modules,
    order: orderOf(modules),
    error: ordering.error,
    put: (next: OrderedModule[]) => ordering.mutate(next),
  };
}

/** What can be done to each row; null when nothing may be changed. */
function useActs(
  draft: Draft,
  { modules, order, put }: ReturnType<typeof useOrder>,
  open: (dialog: OutlineDialog) => void,
) {
  const text = useContentText();
  const stepTo = (next: OrderedModule[] | null) => (next ? () => put(next) : undefined);
  const shared = (kind: 'module' | 'lesson', slug: string, name: string): RowActs => {
    const step = kind === 'module' ? moduleStepped : lessonStepped;
    return {
      up: stepTo(step(order, slug, -1)),
      down: stepTo(step(order, slug, 1)),
      rename: () => open({ kind: `rename-${kind}`, slug, name }),
      remove: () => open({ kind: `remove-${kind}`, slug, name }),
    };
  };
  const lessonActs = (slug: string): RowActs | null => {
    const lesson = modules.flatMap((module) => module.lessons).find((one) => one.slug === slug);
    if (!draft.can.edit || !lesson) return null;
    const acts = shared('lesson', slug, text(lesson.title));
    return isText(lesson.kind) ? acts : { ...acts, rename: undefined };
  };
  const moduleActs = ({ slug, title }: DraftModule): RowActs | null =>
    draft.can.edit ? shared('module', slug, text(title)) : null;
  return { lessonActs, moduleActs };
}

interface ModulesProps {
  draft: Draft;
  ordering: ReturnType<typeof useOrder>;
  onDialog(dialog: OutlineDialog): void;
}

function Modules({ draft, ordering, onDialog }: ModulesProps) {
  const { modules, order, put } = ordering;
  const { lessonActs, moduleActs } = useActs(draft, ordering, onDialog);
  const dragWords = useDragWords();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const drop = ({ active, over }: DragEndEvent): void => {
    if (over && active.id !== over.id) put(lessonMoved(order, String(active.id), String(over.id)));
  };
  return (
    <DndContext sensors={sensors} collisionDetection={closestCenter} onDragEnd={drop} accessibility={dragWords}>
      <div className={styles.modules}>
        {modules.map((module, index) => (
          <OutlineModule
            key={module.slug}
            draftId={draft.id}
            module={module}
            number={index + 1}
            faults={draft.faults}
            acts={moduleActs(module)}
            lessonActs={lessonActs}
            onAdd={() => onDialog({ kind: 'add-lesson', module: module.slug })}
            onImport={() => onDialog({ kind: 'import', module: module.slug })}
          />
        ))}
      </div>
    </DndContext>
  );
}

function Outline({ draft }: { draft: Draft }) {
  const t = useTranslations('studio.outline');
  const [dialog, setDialog] = useState<OutlineDialog | null>(null);
  const [sheet, setSheet] = useState<'facts' | 'completion' | null>(null);
  const ordering = useOrder(draft);
  return (
    <>
      <FaultList faults={draft.faults.filter(({ lessonSlug }) => lessonSlug === null)} />
      {draft.can.edit && <DraftLawAlert draftId={draft.id} />}
      {draft.can.edit && (
        <div className={styles.about}>
          <ActionButton look="quiet" icon={<IconInfoCircle size={22} aria-hidden />} onClick={() => setSheet('facts')}>
            {t('facts')}
          </ActionButton>
          <ActionButton
            look="quiet"
            icon={<IconCertificate size={22} aria-hidden />}
            onClick={() => setSheet('completion')}
          >
            {t('completion')}
          </ActionButton>
        </div>
      )}
      {sheet === 'facts' && <CourseFacts draft={draft} onClose={() => setSheet(null)} />}
      {sheet === 'completion' && <CompletionSheet draft={draft} onClose={() => setSheet(null)} />}
      {ordering.error && <Failure error={ordering.error} />}
      {ordering.modules.length === 0 && <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>}
      <Modules draft={draft} ordering={ordering} onDialog={setDialog} />
      {draft.can.edit && (
        <div>
          <ActionButton
            look="quiet"
            icon={<IconPlus size={22} aria-hidden />}
            onClick={() => setDialog({ kind: 'add-module' })}
          >
            {t('addModule')}
          </ActionButton>
        </div>
      )}
      <DraftKeeping draft={draft} />
      {dialog && <OutlineSheets draftId={draft.id} dialog={dialog} onClose={() => setDialog(null)} />}
    </>
  );
}

export default function DraftOutline({ id }: { id: string }) {
  const t = useTranslations('studio.outline');
  const text = useContentText();
  const draft = useQuery(draftQuery(id));
  const found = draft.data;
  return (
    <Page
      title={found ? text(found.course.title) : t('title')}
      back={{ href: '/soan', label: t('back') }}
      lead={found && <StateTag state={found.state} />}
      actions={
        found && (
          <>
            <LinkButton href={`/soan/${id}/xem`} look="quiet" icon={<IconEye size={22} aria-hidden />}>
              {t('preview')}
            </LinkButton>
            <DraftSteps draft={found} />
          </>
        )
      }
      width="full"
    >
      <QueryView query={draft} lines={8}>
        {(loaded) => <Outline draft={loaded} />}
      </QueryView>
    </Page>
  );
}
