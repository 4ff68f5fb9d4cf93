import { useQuery, useQueryClient } from '@tanstack/react-query';
import { IconEye, IconInfoCircle } from '@tabler/icons-react';
import { useEffect, useMemo, useState } from 'react';
import { useTranslations } from 'use-intl';
import { draftQuery, forgetDraft, lessonTextQuery, previewLesson, storeAttachment, storeImage } from '../api/drafts.js';
import type { Draft, LessonText } from '../api/drafts.js';
import { useContentText } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Loading, QueryView } from '../ui/states.js';
import { ConflictView } from './conflict-view.js';
import { DraftImages } from './draft-images.js';
import { LessonFacts } from './facts-sheet.js';
import { FaultList } from './fault-list.js';
import { LessonEditor } from './editor/lesson-editor.js';
import { QuizPanel } from './quiz/quiz-panel.js';
import { SaveLine } from './save-line.js';
import styles from './studio.module.css';
import { useDraftKeeper, type KeptLesson } from './use-draft-keeper.js';

/** Texts that lost a conflict on this device: nothing that was written is gone. */
function Asides({ kept }: { kept: KeptLesson }) {
  const t = useTranslations('studio.asides');
  const formats = useFormats();
  const asides = kept.keeper.asides();
  if (asides.length === 0) return null;
  return (
    <details className={styles.asides}>
      <summary>{t('title', { count: asides.length })}</summary>
      <p>{t('text')}</p>
      <ul>
        {asides.map((aside) => {
          const at = new Date(aside.changedAt).toISOString();
          return (
            <li key={aside.holder}>
              <p>{t('at', { time: formats.time(at), date: formats.date(at) })}</p>
              <pre className={styles.source} lang="vi">
                {aside.text}
              </pre>
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Changing what was handed in takes it out of the review: that is asked once. */
function AskFirst({ draft, onGo }: { draft: Draft; onGo(): void }) {
  const t = useTranslations('studio.ask');
  return (
    <div className={styles.ask}>
      <p>
        <strong>{t(draft.state === 'approved' ? 'approvedTitle' : 'submittedTitle')}</strong> {t('text')}
      </p>
      <div>
        <ActionButton look="quiet" onClick={onGo}>
          {t('go')}
        </ActionButton>
      </div>
    </div>
  );
}

function Writing({ draft, lesson }: { draft: Draft; lesson: LessonText }) {
  const kept = useDraftKeeper(draft.id, lesson);
  const queries = useQueryClient();
  const [mayBreakReview, setMayBreakReview] = useState(false);
  const images = useMemo(() => new DraftImages((markdown) => previewLesson(draft.id, markdown)), [draft.id]);
  const isUnderReview = draft.state === 'submitted' || draft.state === 'approved';
  const isEditable = draft.can.edit && (!isUnderReview || mayBreakReview);
  const { state, shown, keeper } = kept;
  const savedAt = state.kind === 'saved' ? state.at : null;
  useEffect(() => {
    // Faults, and a review that the change has ended.
    if (savedAt !== null) void forgetDraft(queries, draft.id);
  }, [savedAt, queries, draft.id]);
  if (shown === null) return <Loading lines={10} />;
  return (
    <>
      {draft.can.edit && isUnderReview && !mayBreakReview && (
        <AskFirst draft={draft} onGo={() => setMayBreakReview(true)} />
      )}
      <SaveLine state={state} />
      {state.kind === 'conflict' && (
        <ConflictView
          draftId={draft.id}
          mine={state.mine}
          theirs={state.theirs}
          onKeepMine={() => void keeper.keepMine()}
          onTakeTheirs={() => void keeper.takeTheirs()}
        />
      )}
      <LessonEditor
        key={shown.number}
        markdown={shown.text}
        isEditable={isEditable}
        onChange={(markdown) => void keeper.change(markdown)}
        onImage={async (file) => images.know(await storeImage(draft.id, file), file)}
        onAttachment={(file) => storeAttachment(draft.id, file)}
        imageAddress={(path) => images.addressOf(path)}
      />
      <Asides kept={kept} />
    </>
  );
}

function Lesson({ draft, lesson }: { draft: Draft; lesson: LessonText }) {
  const t = useTranslations('studio.lesson');
  const [isTelling, setTelling] = useState(false);
  const faults = draft.faults.filter(({ lessonSlug }) => lessonSlug === lesson.slug);
  if (lesson.kind === 'scenario') return <p>{t('elsewhere.scenario')}</p>;
  if (lesson.kind === 'quiz') {
    return (
      <>
        <FaultList faults={faults} />
        <QuizPanel place={{ id: draft.id, slug: lesson.slug }} canEdit={draft.can.edit} />
      </>
    );
  }
  return (
    <>
      <FaultList faults={faults} />
      {draft.can.edit && (
        <div>
          <ActionButton look="quiet" icon={<IconInfoCircle size={22} aria-hidden />} onClick={() => setTelling(true)}>
            {t('more')}
          </ActionButton>
        </div>
      )}
      {isTelling && <LessonFacts draftId={draft.id} lesson={lesson} onClose={() => setTelling(false)} />}
      <Writing draft={draft} lesson={lesson} />
    </>
  );
}

export default function DraftLesson({ id, slug }: { id: string; slug: string }) {
  const t = useTranslations('studio.lesson');
  const text = useContentText();
  const draft = useQuery(draftQuery(id));
  const lesson = useQuery(lessonTextQuery(id, slug));
  return (
    <Page
      title={lesson.data ? text(lesson.data.title) : t('title')}
      back={{ href: `/soan/${id}`, label: draft.data ? text(draft.data.course.title) : t('back') }}
      lead={lesson.data && t('facts', { minutes: lesson.data.minutes })}
      actions={
        <LinkButton href={`/soan/${id}/xem?bai=${slug}`} look="quiet" icon={<IconEye size={22} aria-hidden />}>
          {t('preview')}
        </LinkButton>
      }
      width="full"
    >
      <QueryView query={draft} lines={10}>
        {(found) => <QueryView query={lesson}>{(read) => <Lesson draft={found} lesson={read} />}</QueryView>}
      </QueryView>
    </Page>
  );
}
