import { useQuery } from '@tanstack/react-query';
import { IconChevronRight, IconFileZip, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { draftsQuery, type DraftState, type DraftSummary } from '../api/drafts.js';
import { useSession } from '../api/session.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import { ArchiveSheet } from './archive-sheet.js';
import { LawAlerts } from './law-alerts.js';
import { OwnTeaching } from './own-teaching.js';
import { StartSheet } from './start-sheet.js';
import { StateTag } from './state-tag.js';
import styles from './studio.module.css';

/** What waits for its author comes first. */
const GROUPS = ['changes-requested', 'editing', 'approved', 'submitted', 'published'] as const satisfies DraftState[];

function DraftRow({ draft }: { draft: DraftSummary }) {
  const t = useTranslations('studio.list');
  const formats = useFormats();
  const { changedAt } = draft;
  return (
    <li>
      <Link href={`/soan/${draft.id}`} className={styles.draft}>
        <span className={styles.draftWords}>
          <span className={styles.draftTitle}>
            <Content of={draft.title} />
          </span>
          <span className={styles.soft}>
            {changedAt === null
              ? t('unchanged')
              : t('changed', { time: formats.time(changedAt), date: formats.date(changedAt) })}
            {draft.unitName !== null && ` · ${draft.unitName}`}
          </span>
        </span>
        <StateTag state={draft.state} />
        <IconChevronRight size={22} aria-hidden />
      </Link>
    </li>
  );
}

function Groups({ drafts }: { drafts: DraftSummary[] }) {
  const t = useTranslations('studio.list');
  return GROUPS.map((state) => {
    const found = drafts.filter((draft) => draft.state === state);
    if (found.length === 0) return null;
    return (
      <Section key={state} title={t(`groups.${state}`)}>
        <ul className={styles.drafts}>
          {found.map((draft) => (
            <DraftRow key={draft.id} draft={draft} />
          ))}
        </ul>
      </Section>
    );
  });
}

export default function DraftsList() {
  const t = useTranslations('studio.list');
  const { roles } = useSession();
  const drafts = useQuery(draftsQuery);
  const [sheet, setSheet] = useState<'start' | 'archive' | null>(null);
  // Others read and review; the server lets lecturers begin.
  const isLecturer = roles.includes('lecturer');
  const start = isLecturer && (
    <>
      <ActionButton icon={<IconPlus size={22} aria-hidden />} onClick={() => setSheet('start')}>
        {t('start')}
      </ActionButton>
      <ActionButton look="quiet" icon={<IconFileZip size={22} aria-hidden />} onClick={() => setSheet('archive')}>
        {t('archive')}
      </ActionButton>
    </>
  );
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {start}
          <LinkButton look="quiet" href="/ngan-hang">
            {t('bank')}
          </LinkButton>
        </>
      }
      width="full"
    >
      {isLecturer && <LawAlerts />}
      <QueryView query={drafts} lines={6}>
        {(found) =>
          found.length === 0 ? <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty> : <Groups drafts={found} />
        }
      </QueryView>
      {isLecturer && <OwnTeaching />}
      {sheet === 'start' && <StartSheet onClose={() => setSheet(null)} />}
      {sheet === 'archive' && <ArchiveSheet onClose={() => setSheet(null)} />}
    </Page>
  );
}
