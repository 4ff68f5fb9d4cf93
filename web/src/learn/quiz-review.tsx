import { IconCircleCheckFilled, IconCircleHalf2, IconCircleXFilled, IconScale } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslations } from 'use-intl';
import type { QuestionResponse, ReviewItem } from '../api/types.js';
import { useFormats } from '../i18n/formats.js';
import { Markup } from '../ui/markup.js';
import { Section } from '../ui/page.js';
import { ArticleSheet } from './article-sheet.js';
import styles from './quiz-result.module.css';

const OwnPhotos = lazy(() => import('./photos/own-photos.js'));

type Mark = 'right' | 'partly' | 'wrong';
const markOf = (points: number): Mark => (points >= 1 ? 'right' : points > 0 ? 'partly' : 'wrong');
const SIGNS = { right: IconCircleCheckFilled, partly: IconCircleHalf2, wrong: IconCircleXFilled };

/** What a person typed, or what the key says in plain text, is never markup. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

interface Shown {
  options?: number[];
  value?: boolean;
  texts?: string[];
  choices?: (number | null)[];
  order?: number[];
  /** For each gap what was given or what fits. */
  blanks?: (number | string | string[] | null)[];
}

function partsOf(response: QuestionResponse | null): Shown {
  switch (response?.kind) {
    case undefined:
      return {};
    case 'single':
      return { options: [response.option] };
    case 'multiple':
      return { options: response.options };
    case 'true-false':
      return { value: response.value };
    case 'matching':
      return { choices: response.choices };
    case 'ordering':
      return { order: response.order };
    case 'cloze':
      return { blanks: response.blanks };
    case 'short-answer':
    case 'numeric':
    case 'essay':
      return { texts: [response.text] };
  }
}

function gapText(body: ReviewItem['body'], at: number, value: number | string | string[] | null): string {
  if (typeof value !== 'number') return [value ?? ''].flat().join(' / ');
  return body.blanks?.[at]?.choices?.find(({ index }) => index === value)?.text ?? '';
}

/** An answer or a key, by indexes of the question's body, as lines of HTML; none when there is nothing. */
function useLines(): (item: ReviewItem, shown: Shown) => string[] {
  const t = useTranslations('attempt');
  return ({ body }, { options = [], value, texts = [], choices = [], order = [], blanks = [] }) => [
    ...options.map((index) => body.options?.find((option) => option.index === index)?.html ?? ''),
    ...(value === undefined ? [] : [t(value ? 'true' : 'false')]),
    ...texts.map(escaped),
    ...choices.map((index, at) => {
      const choice = body.choices?.find((candidate) => candidate.index === index)?.text;
      return `${body.prompts?.[at] ?? ''} → ${choice === undefined ? '…' : escaped(choice)}`;
    }),
    ...order.map((index, at) => `${at + 1}. ${body.items?.find((item) => item.index === index)?.html ?? ''}`),
    ...blanks.map((blank, at) => `(${at + 1}) ${escaped(gapText(body, at, blank) || '…')}`),
  ];
}

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

/** The points of each criterion and the comment of who graded an essay. */
function LecturersGrade({ item, grade }: { item: ReviewItem; grade: NonNullable<ReviewItem['grade']> }) {
  const t = useTranslations('result');
  const formats = useFormats();
  return (
    <div className={styles.lines}>
      <ul className={styles.criteria}>
        {item.body.rubric?.map(({ criterion, points }, at) => (
          <li key={criterion}>
            <Markup as="span" html={criterion} />{' '}
            <strong>
              {t('criterion', { points: formats.number(grade.points[at] ?? 0), most: formats.number(points) })}
            </strong>
          </li>
        ))}
      </ul>
      {grade.comment !== '' && (
        <>
          <p className={styles.label}>{t('lecturer')}</p>
          <p className={styles.typed} lang="vi">
            {grade.comment}
          </p>
        </>
      )}
    </div>
  );
}

function Item({ item, onLaw }: { item: ReviewItem; onLaw(code: string): void }) {
  const t = useTranslations('result');
  const linesOf = useLines();
  // A copy on this device may be older than photos are.
  const { photos = [] } = item;
  const given = linesOf(item, partsOf(item.response)).filter((line) => line !== '');
  const correct = linesOf(item, item.correct);
  const mark = markOf(item.points);
  const Sign = SIGNS[mark];
  return (
    <li className={styles.item} data-mark={mark}>
      <p className={styles.mark}>
        <Sign size={24} aria-hidden />
        {t('question', { number: item.position })} {t(`marks.${mark}`)}
      </p>
      <Markup className={styles.stem} html={item.stem} onLaw={onLaw} />
      <Lines label={t('given')} lines={given.length > 0 || photos.length > 0 ? given : [t('nothingGiven')]} />
      {photos.length > 0 && (
        <Suspense>
          <OwnPhotos photos={photos} />
        </Suspense>
      )}
      {mark !== 'right' && correct.length > 0 && <Lines label={t('correct')} lines={correct} />}
      {item.grade && <LecturersGrade item={item} grade={item.grade} />}
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
export function Review({ items }: { items: ReviewItem[] }) {
  const t = useTranslations('result');
  const [article, setArticle] = useState<string | null>(null);
  return (
    <Section title={t('review')}>
      <ol className={styles.items}>
        {items.map((item) => (
          <Item key={item.questionId} item={item} onLaw={setArticle} />
        ))}
      </ol>
      <ArticleSheet code={article} onClose={() => setArticle(null)} />
    </Section>
  );
}
