import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';
import { changeCourse, changeLesson, type Draft, type LessonText } from '../api/drafts.js';
import { ActionButton } from '../ui/button.js';
import { AreaField, TextField } from '../ui/fields.js';
import { Sheet } from '../ui/sheet.js';
import { Failure } from '../ui/states.js';
import { slugOf } from './slug.js';
import styles from './studio.module.css';

interface Field {
  name: string;
  label: string;
  hint?: string;
  type?: 'text' | 'date' | 'number' | 'url' | 'area';
  value: string;
  /** The fault of what was written, if any. */
  check?(value: string): string | undefined;
}

interface FactsFormProps {
  title: string;
  fields: Field[];
  onSave(values: Record<string, string>): Promise<void>;
  onClose(): void;
}

/** A few facts in one sheet. */
function FactsForm({ title, fields, onSave, onClose }: FactsFormProps) {
  const t = useTranslations('studio.facts');
  const [values, setValues] = useState(() => Object.fromEntries(fields.map(({ name, value }) => [name, value])));
  const [isAsked, setAsked] = useState(false);
  const saving = useMutation({ mutationFn: () => onSave(values), onSuccess: onClose });
  const faultOf = ({ name, check }: Field): string | undefined => check?.((values[name] ?? '').trim());
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setAsked(true);
    if (!fields.some((field) => faultOf(field) !== undefined)) saving.mutate();
  };
  return (
    <Sheet
      opened
      onClose={onClose}
      title={title}
      actions={
        <ActionButton type="submit" form="facts-form" busy={saving.isPending}>
          {t('save')}
        </ActionButton>
      }
    >
      <form id="facts-form" className={styles.form} noValidate onSubmit={save}>
        {fields.map((field) => {
          const { name, label, hint, type = 'text' } = field;
          const shared = { label, hint, value: values[name] ?? '', error: isAsked ? faultOf(field) : undefined };
          const set = (value: string): void => setValues((old) => ({ ...old, [name]: value }));
          return type === 'area' ? (
            <AreaField key={name} {...shared} rows={3} maxLength={1000} onChange={(event) => set(event.target.value)} />
          ) : (
            <TextField
              key={name}
              {...shared}
              type={type}
              maxLength={500}
              onChange={(event) => set(event.target.value)}
            />
          );
        })}
        {saving.error && <Failure error={saving.error} />}
      </form>
    </Sheet>
  );
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isBetween = (value: string, least: number, most: number): boolean =>
  /^\d+$/.test(value) && Number(value) >= least && Number(value) <= most;

/** Words as they are typed, one topic between commas. */
const topicsOf = (words: string): string[] => [
  ...new Set(
    words
      .split(',')
      .map(slugOf)
      .filter((topic) => topic !== ''),
  ),
];

/** What a course says of itself. */
export function CourseFacts({ draft, onClose }: { draft: Draft; onClose(): void }) {
  const t = useTranslations('studio.facts');
  const queries = useQueryClient();
  const { course } = draft;
  const needed = (value: string) => (value === '' ? t('needed') : undefined);
  const fields: Field[] = [
    { name: 'title', label: t('courseTitle'), value: course.title.vi, check: needed },
    {
      name: 'summary',
      label: t('summary'),
      hint: t('summaryHint'),
      type: 'area',
      value: course.summary.vi,
      check: needed,
    },
    {
      ...{ name: 'topics', label: t('topics'), hint: t('topicsHint'), value: course.topics.join(', ') },
      check: (value) => (topicsOf(value).length === 0 ? t('needed') : undefined),
    },
    {
      ...{ name: 'minutes', label: t('courseMinutes'), type: 'number', value: String(course.estimatedMinutes) },
      check: (value) => (isBetween(value, 1, 10_000) ? undefined : t('number')),
    },
    {
      ...{ name: 'asOf', label: t('asOf'), hint: t('asOfHint'), type: 'date', value: course.asOf },
      check: (value) => (DAY.test(value) ? undefined : t('needed')),
    },
  ];
  const save = ({ title = '', summary = '', topics = '', minutes = '', asOf = '' }: Record<string, string>) =>
    changeCourse(queries, draft.id, {
      version: course.version,
      title: { ...course.title, vi: title.trim() },
      summary: { ...course.summary, vi: summary.trim() },
      topics: topicsOf(topics),
      estimatedMinutes: Number(minutes),
      asOf,
    });
  return <FactsForm title={t('courseSheet')} fields={fields} onSave={save} onClose={onClose} />;
}

/** What a lesson has besides its text. */
export function LessonFacts({ draftId, lesson, onClose }: { draftId: string; lesson: LessonText; onClose(): void }) {
  const t = useTranslations('studio.facts');
  const queries = useQueryClient();
  const isVideo = lesson.kind === 'video';
  const fields: Field[] = [
    {
      name: 'title',
      label: t('lessonTitle'),
      value: lesson.title.vi,
      check: (value) => (value === '' ? t('needed') : undefined),
    },
    {
      ...{ name: 'minutes', label: t('lessonMinutes'), type: 'number', value: String(lesson.minutes) },
      check: (value) => (isBetween(value, 1, 60) ? undefined : t('number')),
    },
    {
      ...{ name: 'asOf', label: t('asOf'), hint: t('asOfHint'), type: 'date', value: lesson.asOf },
      check: (value) => (DAY.test(value) ? undefined : t('needed')),
    },
    ...(isVideo
      ? [
          {
            ...{
              name: 'video',
              label: t('video'),
              hint: t('videoHint'),
              type: 'url' as const,
              value: lesson.video ?? 'https://',
            },
            check: (value: string) => (/^https:\/\/\S+\.\S+$/.test(value) ? undefined : t('videoBad')),
          },
        ]
      : []),
  ];
  const save = ({ title = '', minutes = '', asOf = '', video }: Record<string, string>) =>
    changeLesson(
      queries,
      { id: draftId, slug: lesson.slug },
      {
        ...{ title: title.trim(), minutes: Number(minutes), asOf },
        ...(video === undefined ? {} : { video: video.trim() }),
      },
    );
  return <FactsForm title={t('lessonSheet')} fields={fields} onSave={save} onClose={onClose} />;
}
