import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { articleQuery } from '../api/library.js';
import { mayAuthor, useSession } from '../api/session.js';
import type { LawArticle as Article } from '../api/types.js';
import { LinkButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { QueryView } from '../ui/states.js';
import { VersionText } from './article-version.js';
import styles from './law.module.css';

function Versions({ article }: { article: Article }) {
  const t = useTranslations('law');
  const current = article.versions.filter((version) => version.current);
  const others = article.versions.filter((version) => !version.current);
  return (
    <>
      {current.map((version) => (
        <Section key={version.validFrom} title={t('inForce')}>
          <VersionText version={version} />
        </Section>
      ))}
      {others.length > 0 && (
        <Section title={t('otherVersions')}>
          {others.map((version) => (
            <VersionText key={version.validFrom} version={version} />
          ))}
        </Section>
      )}
    </>
  );
}

function CitedBy({ article }: { article: Article }) {
  const t = useTranslations('law');
  if (article.citedBy.length === 0) return null;
  return (
    <Section title={t('citedBy')}>
      <ul className={styles.plainList}>
        {article.citedBy.map(({ link, title }) => (
          <li key={link}>
            <Link href={link} className={styles.listLink} lang="vi">
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** For those who write content: what an amendment of this article would touch. */
function ImpactLink({ code }: { code: string }) {
  const t = useTranslations('law');
  const session = useSession();
  if (!mayAuthor(session)) return null;
  const side = session.can.teach ? '/day' : '/ql';
  return <LinkButton href={`${side}/phap-luat/${code}`}>{t('impact')}</LinkButton>;
}

export default function LawArticle({ code }: { code: string }) {
  const t = useTranslations('law');
  const query = useQuery(articleQuery(code));
  const article = query.data;
  const title = article ? t('articleTitle', { number: article.number, title: article.title }) : t('article');
  const lead = article && (
    <span lang="vi">
      {article.document.title} ({article.document.number})
      {article.chapter && <span className={styles.chapter}>{article.chapter}</span>}
    </span>
  );
  return (
    <Page title={title} back={{ href: '/phap-luat', label: t('back') }} lead={lead} width="reading">
      <QueryView query={query} lines={6}>
        {(found) => (
          <>
            <Versions article={found} />
            <p className={styles.soft}>{t('summaryOnly')}</p>
            <CitedBy article={found} />
            <ImpactLink code={code} />
          </>
        )}
      </QueryView>
    </Page>
  );
}
