import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { completeRefresher, refresherQuery } from '../api/law-changes.js';
import type { Refresher as View } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { Failure, QueryView } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { Wordings } from '../ui/wordings.js';
import styles from './law-changes.module.css';

function Done({ refresher }: { refresher: View }) {
  const t = useTranslations('refresher');
  const formats = useFormats();
  const queries = useQueryClient();
  const { amendmentId, doneAt } = refresher;
  const completing = useMutation({ mutationFn: () => completeRefresher(queries, amendmentId) });
  if (doneAt !== null) {
    return (
      <div role="status">
        <Tag tone="good" icon={<IconCircleCheck size={18} aria-hidden />}>
          {t('done', { date: formats.date(doneAt) })}
        </Tag>
        <p>
          <LinkButton href="/chung-chi">{t('toCertificates')}</LinkButton>
        </p>
      </div>
    );
  }
  return (
    <div>
      <ActionButton busy={completing.isPending} onClick={() => completing.mutate()}>
        {t('iHaveRead')}
      </ActionButton>
      {completing.isError && <Failure error={completing.error} />}
    </div>
  );
}

/** What the law changed since a certificate was earned, short enough to be read at once. */
export default function Refresher({ amendmentId }: { amendmentId: string }) {
  const t = useTranslations('refresher');
  const words = useTranslations('lawChange');
  const formats = useFormats();
  const query = useQuery(refresherQuery(amendmentId));
  const lead = query.data && t('lead', { date: formats.date(query.data.effectiveOn) });
  return (
    <Page title={t('title')} back={{ href: '/chung-chi', label: t('back') }} lead={lead} width="reading">
      <QueryView query={query} lines={8}>
        {(refresher) => (
          <>
            <p>{t('text')}</p>
            {refresher.changes.map(({ code, number, title, documentTitle, ...change }) => (
              <section key={code} className={styles.change}>
                <h3 lang="vi">
                  {words('article', { number, document: documentTitle })}: {title}
                </h3>
                <Wordings {...change} />
              </section>
            ))}
            {refresher.lessons.length > 0 && (
              <Section title={t('lessons')}>
                <ul>
                  {refresher.lessons.map(({ id, title, courseTitle }) => (
                    <li key={id}>
                      <Link href={`/bai/${id}`}>
                        <Content of={title} />
                      </Link>{' '}
                      (<Content of={courseTitle} />)
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            <Done refresher={refresher} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
