import { useMutation, useQueryClient } from '@tanstack/react-query';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { comment, resolveThread, type ReviewThread } from '../api/reviews.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { AreaField } from '../ui/fields.js';
import { Failure } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import styles from './review.module.css';

interface WritingProps {
  reviewId: string;
  lesson: string;
  paragraph: number;
  /** The thread that is answered. */
  parentId?: string;
  label: string;
  onDone(): void;
}

/** A field for a remark or an answer. */
export function RemarkForm({ reviewId, lesson, paragraph, parentId, label, onDone }: WritingProps) {
  const t = useTranslations('review.remarks');
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [isTried, setTried] = useState(false);
  const sending = useMutation({
    mutationFn: (words: string) =>
      comment(queries, reviewId, { lesson, paragraph, text: words, ...(parentId === undefined ? {} : { parentId }) }),
    onSuccess: onDone,
  });
  const words = text.trim();
  return (
    <form
      className={styles.writing}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (words) sending.mutate(words);
      }}
    >
      <AreaField
        label={label}
        rows={3}
        maxLength={5000}
        autoFocus
        value={text}
        error={isTried && !words && t('missing')}
        onChange={(event) => setText(event.target.value)}
      />
      {sending.isError && <Failure error={sending.error} />}
      <div className={styles.buttons}>
        <ActionButton type="submit" busy={sending.isPending}>
          {t('send')}
        </ActionButton>
        <ActionButton look="quiet" onClick={onDone}>
          {t('cancel')}
        </ActionButton>
      </div>
    </form>
  );
}

function Remark({ remark }: { remark: Pick<ReviewThread, 'author' | 'text' | 'createdAt'> }) {
  const formats = useFormats();
  return (
    <div className={styles.remark}>
      <p className={styles.soft}>
        <strong>{remark.author.fullName}</strong> · {formats.time(remark.createdAt)}, {formats.date(remark.createdAt)}
      </p>
      <p className={styles.said}>{remark.text}</p>
    </div>
  );
}

interface ThreadProps {
  reviewId: string;
  thread: ReviewThread;
  /** Its paragraph is not beside it. */
  withQuote?: boolean;
}

function ThreadActions({ reviewId, thread }: ThreadProps) {
  const t = useTranslations('review.remarks');
  const queries = useQueryClient();
  const [isAnswering, setAnswering] = useState(false);
  const resolving = useMutation({ mutationFn: () => resolveThread(queries, thread.id) });
  if (isAnswering) {
    const { lesson, paragraph, id } = thread;
    return (
      <RemarkForm
        {...{ reviewId, lesson, parentId: id, label: t('answer'), onDone: () => setAnswering(false) }}
        paragraph={paragraph ?? 0}
      />
    );
  }
  return (
    <>
      {resolving.isError && <Failure error={resolving.error} />}
      <div className={styles.buttons}>
        {thread.can.reply && (
          <ActionButton look="plain" onClick={() => setAnswering(true)}>
            {t('answer')}
          </ActionButton>
        )}
        {thread.can.resolve && (
          <ActionButton
            look="plain"
            icon={<IconCheck size={20} aria-hidden />}
            busy={resolving.isPending}
            onClick={() => resolving.mutate()}
          >
            {t('resolve')}
          </ActionButton>
        )}
      </div>
    </>
  );
}

/** A remark with its answers; folded once it is settled. */
export function Thread({ reviewId, thread, withQuote = false }: ThreadProps) {
  const t = useTranslations('review.remarks');
  const inside = (
    <>
      {withQuote && <blockquote className={styles.quote}>{thread.quote}</blockquote>}
      <Remark remark={thread} />
      {thread.replies.map((reply) => (
        <div key={reply.id} className={styles.reply}>
          <Remark remark={reply} />
        </div>
      ))}
      <ThreadActions reviewId={reviewId} thread={thread} />
    </>
  );
  if (thread.resolvedAt === null) return <li className={styles.thread}>{inside}</li>;
  return (
    <li className={styles.thread} data-settled>
      <details>
        <summary>
          <Tag tone="good" icon={<IconCheck size={18} aria-hidden />}>
            {t('resolved')}
          </Tag>{' '}
          {t('resolvedBy', { name: thread.resolvedBy?.fullName ?? '' })}
        </summary>
        {inside}
      </details>
    </li>
  );
}
