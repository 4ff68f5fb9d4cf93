import { useTranslations } from 'use-intl';
import type { WaitingEssay } from '../api/essays.js';
import { useFormats } from '../i18n/formats.js';
import { AreaField, TextField } from '../ui/fields.js';
import { Markup } from '../ui/markup.js';
import { Section } from '../ui/page.js';
import { PhotoPages } from '../ui/photo-pages.js';
import { pointsOf, sumOf, type TypedGrade } from './essay-points.js';
import styles from './essays.module.css';

interface EssayCardProps {
  essay: WaitingEssay;
  grade: TypedGrade;
  /** Says at each criterion what is missing. */
  isChecked: boolean;
  onChange(grade: TypedGrade): void;
}

/** What was written or photographed. */
function Answer({ essay }: { essay: WaitingEssay }) {
  const t = useTranslations('grading');
  const { text, words, minimumWords, photos } = essay;
  const pageOf = ({ id, url, width, height, position }: WaitingEssay['photos'][number]) => ({
    ...{ id, src: url, width, height },
    label: t('photo', { number: position }),
    openLabel: t('openPhoto', { number: position }),
  });
  return (
    <div className={styles.answer}>
      {photos.length > 0 && <PhotoPages pages={photos.map(pageOf)} look="large" />}
      {text !== '' && (
        <p className={styles.answerText} lang="vi">
          {text}
        </p>
      )}
      <p className={styles.fact}>
        {photos.length > 0 && t('photos', { count: photos.length })}{' '}
        {minimumWords === null ? t('words', { words }) : t('wordsOf', { words, minimum: minimumWords })}
      </p>
    </div>
  );
}

/** One essay: what was asked, what was written, and the points of each criterion. */
export function EssayCard({ essay, grade, isChecked, onChange }: EssayCardProps) {
  const t = useTranslations('grading');
  const formats = useFormats();
  const { stem, rubric, general } = essay;
  const most = rubric.reduce((sum, { points }) => sum + points, 0);
  const setPoints = (at: number, typed: string): void =>
    onChange({ ...grade, points: rubric.map((_, index) => (index === at ? typed : (grade.points[index] ?? ''))) });
  return (
    <Section title={t('question', { number: essay.position })}>
      <Markup html={stem} className={styles.stem} />
      {general && (
        <details className={styles.general}>
          <summary>{t('general')}</summary>
          <Markup html={general} />
        </details>
      )}
      <Answer essay={essay} />
      <ul className={styles.rubric}>
        {rubric.map(({ criterion, points }, at) => {
          const typed = grade.points[at] ?? '';
          const isWrong = isChecked && pointsOf(typed, points) === null;
          return (
            <li key={criterion}>
              <Markup html={criterion} />
              <TextField
                label={t('pointsOf', { number: at + 1, most: formats.number(points) })}
                inputMode="decimal"
                autoComplete="off"
                w="9rem"
                value={typed}
                error={isWrong && t('pointsWrong', { most: formats.number(points) })}
                onChange={(event) => setPoints(at, event.target.value)}
              />
            </li>
          );
        })}
      </ul>
      <p className={styles.sum} role="status">
        {t('sum', { sum: formats.number(sumOf(grade.points, rubric)), most: formats.number(most) })}
      </p>
      <AreaField
        label={t('comment')}
        hint={t('commentHint')}
        autosize
        minRows={3}
        maxLength={4000}
        value={grade.comment}
        onChange={(event) => onChange({ ...grade, comment: event.target.value })}
      />
    </Section>
  );
}
