import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useSearchParams } from 'wouter';
import { draftQuery, lessonTextQuery, previewLesson, type Draft } from '../api/drafts.js';
import { useContentText } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { LinkButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { LessonArticle } from '../ui/lesson-article.js';
import { Page } from '../ui/page.js';
import { Empty, QueryView } from '../ui/states.js';
import { withStudioWords } from './studio-words.js';
import styles from './studio.module.css';

type Width = 'phone' | 'desktop';

/** The lesson as the server makes it, in the component that the learner has. */
function LessonPreview({ draft, slug }: { draft: Draft; slug: string }) {
  const learner = useTranslations('lesson');
  const text = useContentText();
  const formats = useFormats();
  const lesson = useQuery(lessonTextQuery(draft.id, slug));
  const markdown = lesson.data?.markdown;
  const preview = useQuery({
    queryKey: ['draft-preview', draft.id, markdown, lesson.data?.video],
    queryFn: () => previewLesson(draft.id, markdown ?? '', lesson.data?.video),
    enabled: markdown !== undefined,
  });
  return (
    <QueryView query={lesson} lines={10}>
      {({ title, minutes, asOf }) => (
        <>
          <h2 className={styles.previewTitle}>{text(title)}</h2>
          <p className={styles.soft}>{learner('facts', { minutes, date: formats.date(asOf || draft.course.asOf) })}</p>
          <QueryView query={preview} lines={10}>
            {(html) => <LessonArticle html={html} letters="m" />}
          </QueryView>
        </>
      )}
    </QueryView>
  );
}

function Preview({ draft }: { draft: Draft }) {
  const t = useTranslations('studio.preview');
  const text = useContentText();
  const [params, setParams] = useSearchParams();
  const [width, setWidth] = useState<Width>('phone');
  const lessons = draft.modules
    .flatMap((module) => module.lessons)
    .filter(({ kind }) => kind === 'reading' || kind === 'video');
  const at = Math.max(
    0,
    lessons.findIndex(({ slug }) => slug === params.get('bai')),
  );
  const lesson = lessons[at];
  if (!lesson) return <Empty title={t('empty')} />;
  const step = (to: number, label: string) => {
    const other = lessons[to];
    return other && <Link href={`/soan/${draft.id}/xem?bai=${other.slug}`}>{`${label}: ${text(other.title)}`}</Link>;
  };
  return (
    <>
      <div className={styles.previewTools}>
        <label className={styles.pickLesson}>
          <span>{t('lesson')}</span>
          <select value={lesson.slug} onChange={(event) => setParams({ bai: event.target.value }, { replace: true })}>
            {lessons.map(({ slug, title }) => (
              <option key={slug} value={slug}>
                {text(title)}
              </option>
            ))}
          </select>
        </label>
        <Choice<Width>
          label={t('width')}
          value={width}
          onChange={setWidth}
          options={[
            { value: 'phone', label: t('phone') },
            { value: 'desktop', label: t('desktop') },
          ]}
        />
      </div>
      <section className={styles.frame} data-width={width} aria-label={t('frame')}>
        <LessonPreview key={lesson.slug} draft={draft} slug={lesson.slug} />
      </section>
      <nav className={styles.steps} aria-label={t('lesson')}>
        {step(at - 1, t('previous'))}
        {step(at + 1, t('next'))}
      </nav>
      <div>
        <LinkButton href={`/soan/${draft.id}/bai/${lesson.slug}`}>{t('back')}</LinkButton>
      </div>
    </>
  );
}

function DraftPreview({ id }: { id: string }) {
  const t = useTranslations('studio.preview');
  const text = useContentText();
  const draft = useQuery(draftQuery(id));
  return (
    <Page
      title={t('title')}
      back={{ href: `/soan/${id}`, label: draft.data ? text(draft.data.course.title) : t('outline') }}
      lead={t('lead')}
      width="full"
    >
      <QueryView query={draft} lines={8}>
        {(found) => <Preview draft={found} />}
      </QueryView>
    </Page>
  );
}

export default withStudioWords(DraftPreview);
