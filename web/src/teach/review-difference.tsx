import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import {
  differenceQuery,
  lessonDifferenceQuery,
  type Against,
  type BlockDifference,
  type WordRun,
} from '../api/reviews.js';
import { useFormats } from '../i18n/formats.js';
import { Choice } from '../ui/choice.js';
import { Empty, QueryView } from '../ui/states.js';
import styles from './review.module.css';

/** Unchanged paragraphs beside a change: enough to know where one is. */
const CONTEXT = 1;

function Words({ runs, hidden }: { runs: WordRun[]; hidden: 'added' | 'removed' }) {
  const t = useTranslations('review.difference');
  return (
    <p className={styles.compared} lang="vi">
      {runs.map(({ kind, text }, at) => {
        if (kind === hidden) return null;
        if (kind === 'same') return <span key={at}>{text}</span>;
        const Mark = kind === 'added' ? 'ins' : 'del';
        return (
          <Mark key={at}>
            <span className="visually-hidden">{t(kind === 'added' ? 'addedWords' : 'removedWords')} </span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}

/** A paragraph before and after. */
export function BlockPair({ block }: { block: BlockDifference }) {
  const t = useTranslations('review.difference');
  const isOfLooks = block.kind === 'changed' && block.words.every(({ kind }) => kind === 'same');
  return (
    <div className={styles.pair} data-kind={block.kind}>
      <div className={styles.before}>
        <p className={styles.side}>{t('before')}</p>
        {block.kind === 'added' ? (
          <p className={styles.none}>{t('none')}</p>
        ) : (
          <Words runs={block.words} hidden="added" />
        )}
      </div>
      <div className={styles.after}>
        <p className={styles.side}>{t('after')}</p>
        {block.kind === 'removed' ? (
          <p className={styles.none}>{t('gone')}</p>
        ) : (
          <Words runs={block.words} hidden="removed" />
        )}
        {isOfLooks && <p className={styles.soft}>{t('looks')}</p>}
      </div>
    </div>
  );
}

/** Blocks to show: what changed with its neighbours, and how many unchanged ones are left out in between. */
function shortened(blocks: BlockDifference[]): (BlockDifference | number)[] {
  const isNear = (at: number) =>
    blocks.slice(Math.max(0, at - CONTEXT), at + CONTEXT + 1).some(({ kind }) => kind !== 'same');
  const out: (BlockDifference | number)[] = [];
  blocks.forEach((block, at) => {
    const last = out.at(-1);
    if (isNear(at)) out.push(block);
    else if (typeof last === 'number') out[out.length - 1] = last + 1;
    else out.push(1);
  });
  return out;
}

function LessonChange({ reviewId, slug, against }: { reviewId: string; slug: string; against: Against }) {
  const t = useTranslations('review.difference');
  return (
    <QueryView query={useQuery(lessonDifferenceQuery(reviewId, slug, against))} lines={8}>
      {(blocks) => (
        <div className={styles.pairs}>
          {shortened(blocks).map((part, at) =>
            typeof part === 'number' ? (
              <p key={at} className={styles.skipped}>
                {t('skipped', { count: part })}
              </p>
            ) : (
              <BlockPair key={at} block={part} />
            ),
          )}
        </div>
      )}
    </QueryView>
  );
}

/** What changed in a lesson, in words: side by side where there is room, one below the other on a phone. */
export function ReviewDifference({ reviewId, slug }: { reviewId: string; slug: string }) {
  const t = useTranslations('review.difference');
  const formats = useFormats();
  const [against, setAgainst] = useState<Against>('published');
  return (
    <>
      <Choice<Against>
        label={t('against')}
        value={against}
        onChange={setAgainst}
        options={[
          { value: 'published', label: t('published') },
          { value: 'previous', label: t('previous') },
        ]}
      />
      <QueryView query={useQuery(differenceQuery(reviewId, against))} lines={8}>
        {({ against: earlier, lessons }) => {
          if (!earlier) return <Empty title={t(`${against}None`)}>{t('noneText')}</Empty>;
          const change = lessons.find((lesson) => lesson.slug === slug);
          const gone = lessons.filter(({ kind }) => kind === 'removed');
          return (
            <>
              <p className={styles.soft}>{t('revision', { number: earlier.number, date: formats.date(earlier.at) })}</p>
              {gone.length > 0 && (
                <p lang="vi">
                  {t('removedLessons')} {gone.map(({ title }) => title.vi).join(', ')}
                </p>
              )}
              {change === undefined || change.kind === 'same' ? (
                <Empty title={t('same')} />
              ) : (
                <LessonChange reviewId={reviewId} slug={slug} against={against} />
              )}
            </>
          );
        }}
      </QueryView>
    </>
  );
}
