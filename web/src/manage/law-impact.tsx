import { IconAlertTriangle } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link, useSearchParams } from 'wouter';
import { lawImpactQuery } from '../api/library.js';
import type { LawImpact as Impact, LiveCiter } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton } from '../ui/button.js';
import { SelectField } from '../ui/fields.js';
import { Page, Section } from '../ui/page.js';
import { Empty, Failure, Loading } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { withDeskWords } from './desk-words.js';
import styles from './law-impact.module.css';

const KINDS = ['lesson', 'scenario', 'question'] as const;

/** Where a citer stands: course and skill module, or course and the quizzes that draw from the question. */
function Place({ citer }: { citer: LiveCiter }) {
  const t = useTranslations('lawImpact');
  const { course, skillModule, quizzes } = citer;
  return (
    <p className={styles.soft}>
      <Content of={course.title} />
      {skillModule && (
        <>
          {' › '}
          <Content of={skillModule} />
        </>
      )}
      {quizzes.length > 0 && (
        <>
          {' › '}
          {t('quizzes')}{' '}
          {quizzes.map(({ id, title }, index) => (
            <span key={id}>
              {index > 0 && ', '}
              <Content of={title} />
            </span>
          ))}
        </>
      )}
    </p>
  );
}

function Citer({ citer, hasOthers }: { citer: LiveCiter; hasOthers: boolean }) {
  const t = useTranslations('lawImpact');
  const formats = useFormats();
  const { code, title, link, writtenAgainst } = citer;
  const { validFrom, validTo, outdated } = writtenAgainst;
  return (
    <li className={styles.row}>
      <Link href={link} className={styles.link}>
        {code !== null && <span className={styles.code}>{code}</span>}
        <Content of={title} />
      </Link>
      <Place citer={citer} />
      {outdated && validTo !== null ? (
        <Tag tone="gold" icon={<IconAlertTriangle size={18} aria-hidden />}>
          {t('outdated', { from: formats.date(validFrom), to: formats.date(validTo) })}
        </Tag>
      ) : (
        hasOthers && <p className={styles.soft}>{t('against', { from: formats.date(validFrom) })}</p>
      )}
    </li>
  );
}

/** An article of one version says once against what its citers were written; otherwise each of them says it. */
function Counts({ counts, versions }: Pick<Impact, 'counts' | 'versions'>) {
  const t = useTranslations('lawImpact');
  const formats = useFormats();
  const [only, ...others] = versions;
  const { lessons, scenarios, questions, outdated, retired } = counts;
  return (
    <div role="status" className={styles.counts}>
      <p>{t('counts', { lessons, scenarios, questions })}</p>
      {only && others.length === 0 && outdated === 0 && (
        <p className={styles.soft}>{t('allAgainst', { from: formats.date(only.validFrom) })}</p>
      )}
      {outdated > 0 && <p className={styles.warning}>{t('outdatedCount', { count: outdated })}</p>}
      {retired > 0 && <p className={styles.soft}>{t('retiredCount', { count: retired })}</p>}
    </div>
  );
}

function VersionFilter({ versions, value }: { versions: Impact['versions']; value: string | null }) {
  const t = useTranslations('lawImpact');
  const formats = useFormats();
  const [, setParams] = useSearchParams();
  if (versions.length < 2) return null;
  return (
    <div className={styles.filter}>
      <SelectField
        label={t('version')}
        value={value ?? ''}
        onChange={(event) => setParams(event.target.value ? { tu: event.target.value } : {}, { replace: true })}
        data={[
          { value: '', label: t('allVersions') },
          ...versions.map(({ validFrom, current }) => ({
            value: validFrom,
            label: t(current ? 'versionCurrent' : 'versionOther', { from: formats.date(validFrom) }),
          })),
        ]}
      />
    </div>
  );
}

/** The lessons, scenarios and questions that an amendment of an article touches. */
function LawImpact({ code }: { code: string }) {
  const t = useTranslations('lawImpact');
  const words = useTranslations('words');
  const [params] = useSearchParams();
  const version = params.get('tu');
  const query = useInfiniteQuery(lawImpactQuery(code, version));
  const first = query.data?.pages[0];
  const title = first ? t('title', { number: first.article.number }) : t('heading');
  const lead = first && (
    <span lang="vi">
      {first.article.title}. {first.article.documentTitle} ({first.article.documentNumber})
    </span>
  );
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Page title={title} back={{ href: `/phap-luat/${code}`, label: t('back') }} lead={lead}>
      {query.isPending && <Loading lines={6} />}
      {query.isError && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {first && (
        <>
          <VersionFilter versions={first.versions} value={version} />
          {(items.length > 0 || first.counts.retired > 0) && <Counts counts={first.counts} versions={first.versions} />}
          {items.length === 0 && <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>}
        </>
      )}
      {KINDS.map((kind) => {
        const citers = items.filter((citer) => citer.kind === kind);
        if (citers.length === 0) return null;
        return (
          <Section key={kind} title={t(`kinds.${kind}`)}>
            <ul className={styles.rows}>
              {citers.map((citer) => (
                <Citer key={citer.id} citer={citer} hasOthers={(first?.versions.length ?? 0) > 1} />
              ))}
            </ul>
          </Section>
        );
      })}
      {query.hasNextPage && (
        <div>
          <ActionButton look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {words('more')}
          </ActionButton>
        </div>
      )}
    </Page>
  );
}

export default withDeskWords(LawImpact);
