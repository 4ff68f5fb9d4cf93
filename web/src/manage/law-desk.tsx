import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconCalendarTime } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';
import { amendmentsQuery } from '../api/law-desk.js';
import type { Amendment } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { AmendmentCounts } from './amendment-counts.js';
import { useAmendmentTitle } from './amendment-title.js';
import { AmendmentForm } from './amendment-form.js';
import { withDeskWords } from './desk-words.js';
import styles from './law-impact.module.css';
import { ReplacementForm } from './replacement-form.js';

function Row({ amendment }: { amendment: Amendment }) {
  const t = useTranslations('lawDesk');
  const formats = useFormats();
  const titleOf = useAmendmentTitle();
  const { id, effectiveOn, announcedAt, shortQuizzes } = amendment;
  return (
    <li className={styles.row}>
      <Link href={`/phap-luat/tac-dong/${id}`} className={styles.link}>
        {titleOf(amendment)}
      </Link>
      <p className={styles.soft}>
        {t('from', { date: formats.date(effectiveOn) })}
        {amendment.amendedBy && ` · ${amendment.amendedBy}`}
      </p>
      {announcedAt === null ? (
        <Tag tone="blue" icon={<IconCalendarTime size={18} aria-hidden />}>
          {t('toCome')}
        </Tag>
      ) : (
        <AmendmentCounts amendment={amendment} />
      )}
      {shortQuizzes.length > 0 && (
        <Tag tone="gold" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {t('shortQuizzes', { count: shortQuizzes.length })}
        </Tag>
      )}
    </li>
  );
}

/** Every change of the law with what it set in motion; officers record the next one here. */
function LawDesk() {
  const t = useTranslations('lawDesk');
  const query = useQuery(amendmentsQuery);
  const [, navigate] = useLocation();
  const [form, setForm] = useState<'wording' | 'replacement' | null>(null);
  const done = (id: string): void => {
    setForm(null);
    navigate(`/phap-luat/tac-dong/${id}`);
  };
  const actions = query.data?.can.amend && (
    <>
      <ActionButton onClick={() => setForm('wording')}>{t('record')}</ActionButton>
      <ActionButton look="quiet" onClick={() => setForm('replacement')}>
        {t('recordReplacement')}
      </ActionButton>
    </>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={actions}>
      <QueryView query={query} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>
          ) : (
            <ul className={styles.rows}>
              {items.map((amendment) => (
                <Row key={amendment.id} amendment={amendment} />
              ))}
            </ul>
          )
        }
      </QueryView>
      <AmendmentForm opened={form === 'wording'} onClose={() => setForm(null)} onDone={done} />
      <ReplacementForm opened={form === 'replacement'} onClose={() => setForm(null)} onDone={done} />
    </Page>
  );
}

export default withDeskWords(LawDesk);
