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

/** A new course, or a new draft of one that is in use. */
export function StartSheet({ onClose }: { onClose(): void }) {
  const t = useTranslations('studio.start');
  const text = useContentText();
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [what, setWhat] = useState<What>('new');
  const [title, setTitle] = useState('');
  const [ownSlug, setOwnSlug] = useState<string | null>(null);
  const [courseSlug, setCourseSlug] = useState('');
  const [isAsked, setAsked] = useState(false);
  const courses = useQuery({ ...coursesQuery, enabled: what === 'from' });
  const slug = ownSlug ?? slugOf(title);
  const isComplete = what === 'from' ? courseSlug !== '' : title.trim() !== '' && SLUG.test(slug);
  const starting = useMutation({
    mutationFn: () => startDraft(queries, what === 'from' ? { courseSlug } : { title: title.trim(), slug }),
    onSuccess: (id) => navigate(`/soan/${id}`),
  });
  const start = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (isComplete) starting.mutate();
  };
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('title')}
      actions={
        <ActionButton type="submit" form="start-form" busy={starting.isPending}>
          {t('go')}
        </ActionButton>
      }
    >
      <form id="start-form" className={styles.form} noValidate onSubmit={start}>
        <Choice<What>
          label={t('what')}
          value={what}
          onChange={setWhat}
          options={[
            { value: 'new', label: t('new') },
            { value: 'from', label: t('from') },
          ]}
        />
        {what === 'new' ? (
          <>
            <TextField
              label={t('name')}
              hint={t('nameHint')}
              value={title}
              maxLength={200}
              error={isAsked && title.trim() === '' ? t('nameMissing') : undefined}
              onChange={(event) => setTitle(event.target.value)}
            />
            <TextField
              label={t('slug')}
              hint={t('slugHint')}
              value={slug}
              maxLength={LONGEST_SLUG}
              error={isAsked && title.trim() !== '' && !SLUG.test(slug) ? t('slugBad') : undefined}
              onChange={(event) => setOwnSlug(event.target.value)}
            />
          </>
        ) : (
          <SelectField
            label={t('course')}
            value={courseSlug}
            error={isAsked && courseSlug === '' ? t('courseMissing') : undefined}
            onChange={(event) => setCourseSlug(event.target.value)}
            data={[
              { value: '', label: t('choose') },
              ...(courses.data ?? []).map((course) => ({ value: course.slug, label: text(course.title) })),
            ]}
          />
        )}
        {starting.error && <Failure error={starting.error} />}
      </form>
    </Sheet>
  );
}
