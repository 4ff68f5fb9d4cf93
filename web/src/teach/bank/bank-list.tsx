import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { questionsQuery, type BankQuestion } from '../../api/questions.js';
import { useSession } from '../../api/session.js';
import { Content } from '../../i18n/bilingual.js';
import { ActionButton } from '../../ui/button.js';
import { Page } from '../../ui/page.js';
import { Empty, Failure, Loading } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { AddQuestion } from './add-question.js';
import { BankFiltersBar } from './bank-filters.js';
import styles from './bank.module.css';
import { MissedLine } from './missed-line.js';
import { useBankFilters, type BankFilters } from './use-bank-filters.js';

/** A line names as many articles; the page of the question names all. */
const ARTICLES_SHOWN = 2;

function Row({ question }: { question: BankQuestion }) {
  const t = useTranslations('bank');
  const { id, title, excerpt, kind, difficulty, citations, course, places, answered, missed, flagged } = question;
  const more = citations.length - ARTICLES_SHOWN;
  const level = String(difficulty) as '1' | '2' | '3';
  return (
    <li>
      <Link href={`/ngan-hang/${id}`} className={styles.row}>
        <span className={styles.words}>
          <span className={styles.title} lang="vi">
            {title}
          </span>
          {!excerpt.startsWith(title) && (
            <span className={styles.excerpt} lang="vi">
              {excerpt}
            </span>
          )}
          <span className={styles.facts}>
            {t(`kinds.${kind}`)} · {t('list.difficulty', { level: t(`difficulties.${level}`) })} ·{' '}
            <Content of={course.title} />
          </span>
          {citations.length > 0 && (
            <span className={styles.laws}>
              {citations.slice(0, ARTICLES_SHOWN).map(({ code, label }) => (
                <span key={code} className={styles.law} lang="vi">
                  {label}
                </span>
              ))}
              {more > 0 && <span>{t('list.moreArticles', { count: more })}</span>}
            </span>
          )}
        </span>
        <span className={styles.figures}>
          <MissedLine answered={answered} missed={missed} />
          {flagged && (
            <Tag tone="gold" icon={<IconAlertTriangle size={18} aria-hidden />}>
              {t('list.flagged')}
            </Tag>
          )}
          {places.length === 0 && <Tag>{t('list.unused')}</Tag>}
        </span>
      </Link>
    </li>
  );
}

function Found({ filters, onClear }: { filters: BankFilters; onClear(): void }) {
  const t = useTranslations('bank.list');
  // While the next letters are looked up, what was found before stays: a list that blinks cannot be read.
  const query = useInfiniteQuery({ ...questionsQuery(filters.asked), placeholderData: keepPreviousData });
  if (query.isPending) return <Loading lines={8} />;
  if (query.isError) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  const found = query.data.pages.flatMap(({ items }) => items);
  const count = found.length;
  if (count === 0) {
    if (filters.count === 0 && !filters.asked.q) return <Empty title={t('emptyTitle')}>{t('emptyText')}</Empty>;
    const clear = (
      <ActionButton look="quiet" onClick={onClear}>
        {t('clear')}
      </ActionButton>
    );
    return (
      <Empty title={t('noneTitle')} action={clear}>
        {t('noneText')}
      </Empty>
    );
  }
  return (
    <>
      <p role="status">{query.hasNextPage ? t('some', { count }) : t('count', { count })}</p>
      <ul className={styles.rows}>
        {found.map((question) => (
          <Row key={question.id} question={question} />
        ))}
      </ul>
      {query.hasNextPage && (
        <div>
          <ActionButton look="quiet" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </ActionButton>
        </div>
      )}
    </>
  );
}

/** The questions of the courses that one writes or judges: by law, by words, by what learners miss. */
function BankList() {
  const t = useTranslations('bank.list');
  const { roles } = useSession();
  const filters = useBankFilters();
  const [isAdding, setAdding] = useState(false);
  // Fields begin anew when everything is dropped at once.
  const [rounds, setRounds] = useState(0);
  const clear = (): void => {
    setRounds(rounds + 1);
    filters.clear();
  };
  // Others read and review; the server lets lecturers write.
  const add = roles.includes('lecturer') && (
    <ActionButton aria-haspopup="dialog" icon={<IconPlus size={22} aria-hidden />} onClick={() => setAdding(true)}>
      {t('add')}
    </ActionButton>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={add} width="full">
      <BankFiltersBar key={rounds} filters={filters} />
      <Found filters={filters} onClear={clear} />
      {isAdding && <AddQuestion onClose={() => setAdding(false)} />}
    </Page>
  );
}

export default BankList;
