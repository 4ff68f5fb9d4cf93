import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { startDraft } from '../api/drafts.js';
import { coursesQuery } from '../api/learning.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { SelectField, TextField } from '../ui/fields.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import { LONGEST_SLUG, SLUG, slugOf } from './slug.js';
import styles from './studio.module.css';

type What = 'new' | 'from';

interface NewCourse {
  title: string;
  slug: string;
}

/** Which course is begun, and whether that is said whole. */
function useBeginning() {
  const [what, setWhat] = useState<What>('new');
  const [title, setTitle] = useState('');
  const [ownSlug, setSlug] = useState<string | null>(null);
  const [courseSlug, setCourseSlug] = useState('');
  const course: NewCourse = { title: title.trim(), slug: ownSlug ?? slugOf(title) };
  const isComplete = what === 'from' ? courseSlug !== '' : course.title !== '' && SLUG.test(course.slug);
  const asked = what === 'from' ? { courseSlug } : course;
  return { what, setWhat, title, setTitle, slug: course.slug, setSlug, courseSlug, setCourseSlug, isComplete, asked };
}

type Beginning = ReturnType<typeof useBeginning>;

function NewCourseFields({ beginning, isAsked }: { beginning: Beginning; isAsked: boolean }) {
  const t = useTranslations('studio.start');
  const { title, setTitle, slug, setSlug } = beginning;
  const isNamed = title.trim() !== '';
  return (
    <>
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        value={title}
        maxLength={200}
        error={isAsked && !isNamed ? t('nameMissing') : undefined}
        onChange={(event) => setTitle(event.target.value)}
      />
      <TextField
        label={t('slug')}
        hint={t('slugHint')}
        value={slug}
        maxLength={LONGEST_SLUG}
        error={isAsked && isNamed && !SLUG.test(slug) ? t('slugBad') : undefined}
        onChange={(event) => setSlug(event.target.value)}
      />
    </>
  );
}

function OldCourseField({ beginning, isAsked }: { beginning: Beginning; isAsked: boolean }) {
  const t = useTranslations('studio.start');
  const text = useContentText();
  const courses = useQuery(coursesQuery);
  const { courseSlug, setCourseSlug } = beginning;
  const options = (courses.data ?? []).map(({ slug, title }) => ({ value: slug, label: text(title) }));
  return (
    <SelectField
      label={t('course')}
      value={courseSlug}
      error={isAsked && courseSlug === '' ? t('courseMissing') : undefined}
      onChange={(event) => setCourseSlug(event.target.value)}
      data={[{ value: '', label: t('choose') }, ...options]}
    />
  );
}

/** A new course, or a new draft of one that is in use. */
export function StartSheet({ onClose }: { onClose(): void }) {
  const t = useTranslations('studio.start');
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [isAsked, setAsked] = useState(false);
  const beginning = useBeginning();
  const starting = useMutation({
    mutationFn: () => startDraft(queries, beginning.asked),
    onSuccess: (id) => navigate(`/soan/${id}`),
  });
  const start = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (beginning.isComplete) starting.mutate();
  };
  const go = (
    <ActionButton type="submit" form="start-form" busy={starting.isPending}>
      {t('go')}
    </ActionButton>
  );
  return (
    <Sheet opened onClose={onClose} title={t('title')} actions={go}>
      <form id="start-form" className={styles.form} noValidate onSubmit={start}>
        <Choice<What>
          label={t('what')}
          value={beginning.what}
          onChange={beginning.setWhat}
          options={[
            { value: 'new', label: t('new') },
            { value: 'from', label: t('from') },
          ]}
        />
        {beginning.what === 'new' ? (
          <NewCourseFields beginning={beginning} isAsked={isAsked} />
        ) : (
          <OldCourseField beginning={beginning} isAsked={isAsked} />
        )}
        {starting.error && <Failure error={starting.error} />}
      </form>
    </Sheet>
  );
}
