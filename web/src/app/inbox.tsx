import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { markRead, notificationsQuery } from '../api/inbox.js';
import type { Notification } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { Page } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import styles from './inbox.module.css';

/** Kinds that this release can word; a newer server may send others, which are still worth opening. */
const KNOWN = [
  'certificate-issued',
  'password-reset-asked',
  'mail-refused',
  'correction-asked',
  'correction-accepted',
  'correction-rejected',
  'essays-graded',
  'review-asked',
  'review-due',
  'review-late',
  'review-unjudged',
  'review-approved',
  'review-changes-requested',
  'review-comment',
  'quiz-short',
  'law-review-task',
  'certificate-refresh-due',
] as const;
type Known = (typeof KNOWN)[number];

const isKnown = (kind: string): kind is Known => (KNOWN as readonly string[]).includes(kind);

function useSentence(): (notification: Notification) => string {
  const t = useTranslations('inbox');
  return ({ kind, params }) =>
    t(isKnown(kind) ? `kinds.${kind}` : 'kinds.other', {
      person: String(params['person'] ?? ''),
      reason: String(params['reason'] ?? ''),
      title: String(params['title'] ?? ''),
      quiz: String(params['quiz'] ?? ''),
      course: String(params['course'] ?? ''),
      left: String(params['left'] ?? ''),
      draw: String(params['draw'] ?? ''),
    });
}

function Line({ notification }: { notification: Notification }) {
  const t = useTranslations('inbox');
  const sentence = useSentence();
  const formats = useFormats();
  const queries = useQueryClient();
  const { id, link, createdAt, readAt } = notification;
  const isNew = readAt === null;
  const open = (): void => {
    // Not worth stopping somebody on the way to what they wanted to see.
    if (isNew) markRead(queries, id).catch(() => undefined);
  };
  return (
    <li className={styles.line} data-new={isNew || undefined}>
      <Link href={link} onClick={open} className={styles.sentence}>
        {sentence(notification)}
      </Link>
      <p className={styles.when}>
        {isNew && <strong>{t('new')} · </strong>}
        {formats.time(createdAt)}, {formats.date(createdAt)}
      </p>
    </li>
  );
}

export default function Inbox() {
  const t = useTranslations('inbox');
  const query = useQuery(notificationsQuery);
  return (
    <Page title={t('title')} width="reading">
      <QueryView query={query}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
          ) : (
            <ul className={styles.lines}>
              {items.map((notification) => (
                <Line key={notification.id} notification={notification} />
              ))}
            </ul>
          )
        }
      </QueryView>
    </Page>
  );
}
