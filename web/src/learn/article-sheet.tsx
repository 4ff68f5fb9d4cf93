import { useQuery } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { articleQuery } from '../api/library.js';
import { LinkButton } from '../ui/button.js';
import { Sheet } from '../ui/sheet.js';
import { QueryView } from '../ui/states.js';
import styles from './law.module.css';
import { VersionText } from './article-version.js';

function Inside({ code }: { code: string }) {
  const query = useQuery(articleQuery(code));
  return (
    <QueryView query={query} lines={3}>
      {({ versions, title, document }) => {
        const version = versions.find(({ current }) => current) ?? versions[0];
        return (
          <>
            <h3 lang="vi">{title}</h3>
            <p className={styles.source} lang="vi">
              {document.title} ({document.number})
            </p>
            {version && <VersionText version={version} />}
          </>
        );
      }}
    </QueryView>
  );
}

/** An article over the lesson: the reader looks it up without losing the place. */
export function ArticleSheet({ code, onClose }: { code: string | null; onClose(): void }) {
  const t = useTranslations('law');
  const query = useQuery({ ...articleQuery(code ?? ''), enabled: code !== null });
  const title = query.data ? t('articleNumber', { number: query.data.number }) : t('article');
  const toPage = code && (
    <LinkButton href={`/phap-luat/${code}`} look="quiet">
      {t('openPage')}
    </LinkButton>
  );
  return (
    <Sheet opened={code !== null} onClose={onClose} title={title} actions={toPage}>
      {code && <Inside code={code} />}
    </Sheet>
  );
}
