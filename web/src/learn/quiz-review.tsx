import { IconCircleCheckFilled, IconCircleHalf2, IconCircleXFilled, IconScale } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Attempt, AttemptQuestion, QuestionResponse, ReviewItem } from '../api/types.js';
import { Markup } from '../ui/markup.js';
import { Section } from '../ui/page.js';
import { ArticleSheet } from './article-sheet.js';
import styles from './quiz-result.module.css';

type Mark = 'right' | 'partly' | 'wrong';
const markOf = (points: number): Mark => (points >= 1 ? 'right' : points > 0 ? 'partly' : 'wrong');
const SIGNS = { right: IconCircleCheckFilled, partly: IconCircleHalf2, wrong: IconCircleXFilled };

/** What was answered, as HTML or text; empty when nothing was. */
function useGiven(): (question: AttemptQuestion | undefined, response: QuestionResponse | null) => string[] {
  const t = useTranslations('attempt');
  return (question, response) => {
    if (!response) return [];
    const option = (index: number): string => question?.body.options?.find((o) => o.index === index)?.html ?? '';
    const choice = (index: number | null): string =>
      question?.body.choices?.find((c) => c.index === index)?.text ?? '…';
    switch (response.kind) {
      case 'single':
        return [option(response.option)];
      case 'multiple':
        return response.options.map(option);
      case 'true-false':
        return [response.value ? t('true') : t('false')];
      case 'matching':
        return response.choices.map((index, at) => `${question?.body.prompts?.[at] ?? ''} → ${choice(index)}`);
      case 'short-answer':
      case 'numeric':
        return [escaped(response.text)];
    }
  };
}

/** What a person typed is text, never markup. */
const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

function Lines({ label, lines }: { label: string; lines: string[] }) {
  return (
    <div className={styles.lines}>
      <p className={styles.label}>{label}</p>
      {lines.map((line) => (
        <Markup key={line} html={line} />
      ))}
    </div>
  );
}

interface ItemProps {
  item: ReviewItem;
  question?: AttemptQuestion;
  onLaw(code: string): void;
}

function Item({ item, question, onLaw }: ItemProps) {
  const t = useTranslations('result');
  const given = useGiven()(question, item.response as QuestionResponse | null);
  const mark = markOf(item.points);
  const Sign = SIGNS[mark];
  return (
    <li className={styles.item} data-mark={mark}>
      <p className={styles.mark}>
        <Sign size={24} aria-hidden />
        {t('question', { number: item.position })} {t(`marks.${mark}`)}
      </p>
      <Markup className={styles.stem} html={item.stem} onLaw={onLaw} />
      {question && <Lines label={t('given')} lines={given.length > 0 ? given : [t('nothingGiven')]} />}
      {mark !== 'right' && item.correct.length > 0 && <Lines label={t('correct')} lines={item.correct} />}
      {item.feedback.map((html) => (
        <Markup key={html} html={html} onLaw={onLaw} />
      ))}
      {item.general && <Markup className={styles.general} html={item.general} onLaw={onLaw} />}
      {item.citations.length > 0 && (
        <div className={styles.articles}>
          {item.citations.map(({ code, title }) => (
            <button key={code} type="button" className={styles.article} lang="vi" onClick={() => onLaw(code)}>
              <IconScale size={20} aria-hidden />
              {title}
            </button>
          ))}
        </div>
      )}
    </li>
  );
}

/** Every question with what was answered, what is right and where it stands. */
export function Review({ items, attempt }: { items: ReviewItem[]; attempt?: Attempt }) {
  const t = useTranslations('result');
  const [article, setArticle] = useState<string | null>(null);
  return (
    <Section title={t('review')}>
      <ol className={styles.items}>
        {items.map((item) => (
          <Item
            key={item.questionId}
            item={item}
            question={attempt?.questions.find(({ questionId }) => questionId === item.questionId)}
            onLaw={setArticle}
          />
        ))}
      </ol>
      <ArticleSheet code={article} onClose={() => setArticle(null)} />
    </Section>
  );
}
