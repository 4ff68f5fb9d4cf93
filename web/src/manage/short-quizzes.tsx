import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import type { AmendmentDetail, ShortCell } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { Section } from '../ui/page.js';
import styles from './law-impact.module.css';

/** What a cell of a blueprint asks for, in words. */
function useCellWords(): (cell: ShortCell) => string {
  const t = useTranslations('lawDesk');
  return ({ tag, kind, difficulty, count, left }) => {
    const article = tag === undefined ? null : /\.d([^.]+)$/.exec(tag);
    const parts = [
      article ? t('cellArticle', { number: article[1] ?? '' }) : tag !== undefined && t('cellTag', { tag }),
      kind !== undefined && t(`cellKinds.${kind}`),
      difficulty !== undefined && t('cellDifficulty', { level: difficulty }),
    ].filter((part) => part !== false);
    return t('cell', { what: parts.length > 0 ? parts.join(', ') : t('cellAny'), count, left });
  };
}

/** Quizzes that have too few questions left, those with a blueprint by its cells. */
export function ShortQuizzes({ shortQuizzes }: Pick<AmendmentDetail, 'shortQuizzes'>) {
  const t = useTranslations('lawDesk');
  const cellWords = useCellWords();
  if (shortQuizzes.length === 0) return null;
  return (
    <Section title={t('shortTitle')}>
      <ul className={styles.rows}>
        {shortQuizzes.map(({ id, title, courseTitle, draw, left, cells }) => (
          <li key={id} className={styles.row}>
            <Link href={`/kiem-tra/${id}`} className={styles.link}>
              <Content of={title} />
            </Link>
            <p className={styles.soft}>
              <Content of={courseTitle} /> · {t('short', { draw, left })}
            </p>
            {cells.map((cell) => (
              <p key={JSON.stringify(cell)}>{cellWords(cell)}</p>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  );
}
