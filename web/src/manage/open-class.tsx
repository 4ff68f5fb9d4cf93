import { useForm, type UseFormReturnType } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { openClass } from '../api/classes.js';
import { coursesQuery } from '../api/learning.js';
import { organisationsQuery } from '../api/organisations.js';
import { fieldErrors, isProblem } from '../api/problem.js';
import type { CourseSummary, Organisation } from '../api/types.js';
import { newId } from '../offline/uuid.js';
import { useContentText } from '../i18n/bilingual.js';
import { ActionButton } from '../ui/button.js';
import { SelectField, TextField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Failure, QueryView } from '../ui/states.js';
import { emptySession, toPlan, useClassChecks, type ClassForm } from './class-form.js';
import { LecturersField } from './class-lecturers.js';
import { ConfirmTeaching } from './confirm-teaching.js';
import { withDeskWords } from './desk-words.js';
import styles from './manage.module.css';
import { LecturerSheets, type LecturerAct } from './lecturer-sheets.js';
import { SessionFields } from './session-fields.js';

const MOST_SESSIONS = 60;

function Basics({
  form,
  courses,
  units,
}: {
  form: UseFormReturnType<ClassForm>;
  courses: CourseSummary[];
  units: Organisation[];
}) {
  const t = useTranslations('openClass');
  const text = useContentText();
  return (
    <>
      <TextField label={t('name')} maxLength={200} {...form.getInputProps('name')} />
      <SelectField
        label={t('course')}
        data={courses.map((course) => ({ value: course.slug, label: text(course.title) }))}
        {...form.getInputProps('courseSlug')}
      />
      <SelectField
        label={t('organiser')}
        hint={t('organiserHint')}
        data={units.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('organiserId')}
      />
      <div className={styles.pair}>
        <TextField label={t('capacity')} inputMode="numeric" {...form.getInputProps('capacity')} />
        <TextField label={t('code')} hint={t('codeHint')} maxLength={40} {...form.getInputProps('code')} />
      </div>
    </>
  );
}

function Sessions({ form }: { form: UseFormReturnType<ClassForm> }) {
  const t = useTranslations('openClass');
  const { sessions } = form.getValues();
  return (
    <>
      {sessions.map((session, index) => (
        <SessionFields key={session.key} form={form} index={index} isOnly={sessions.length === 1} />
      ))}
      {sessions.length < MOST_SESSIONS && (
        <div>
          <ActionButton
            look="quiet"
            icon={<IconPlus size={22} aria-hidden />}
            onClick={() => form.insertListItem('sessions', emptySession(sessions.at(-1)))}
          >
            {t('addSession')}
          </ActionButton>
        </div>
      )}
    </>
  );
}

/** Opens the class and goes to it; `confirmed` after what speaks against its lecturers was read. */
function useOpening(form: UseFormReturnType<ClassForm>) {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  // One key for this form: pressing twice, or again after a lost answer, opens one class.
  const [key] = useState(newId);
  return useMutation({
    mutationFn: ({ values, confirmed = false }: { values: ClassForm; confirmed?: boolean }) =>
      openClass({ ...toPlan(values), ...(confirmed ? { teachingConfirmed: true } : {}) }, key),
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['classes'] });
      navigate(`/ql/lop/${id}`);
    },
    onError: (error) => form.setErrors(isProblem(error, 'teaching-to-confirm') ? {} : fieldErrors(error)),
  });
}

function ClassFields({ courses, units }: { courses: CourseSummary[]; units: Organisation[] }) {
  const t = useTranslations('openClass');
  const form = useForm<ClassForm>({
    initialValues: {
      ...{ name: '', courseSlug: courses[0]?.slug ?? '', organiserId: units[0]?.id ?? '', capacity: '40', code: '' },
      ...{ lecturers: [], sessions: [emptySession()] },
    },
    validate: useClassChecks(),
  });
  const opening = useOpening(form);
  const [sheet, setSheet] = useState<LecturerAct | null>(null);
  const isAsking = isProblem(opening.error, 'teaching-to-confirm');
  return (
    <>
      <form className={styles.form} noValidate onSubmit={form.onSubmit((values) => opening.mutate({ values }))}>
        <Basics form={form} courses={courses} units={units} />
        <LecturersField form={form} onAct={setSheet} />
        <Sessions form={form} />
        {opening.isError && !isAsking && <Failure error={opening.error} />}
        <div className={styles.actions}>
          <ActionButton type="submit" busy={opening.isPending}>
            {t('submit')}
          </ActionButton>
        </div>
      </form>
      <LecturerSheets form={form} units={units} act={sheet} onClose={() => setSheet(null)} />
      {isAsking && (
        <ConfirmTeaching
          error={opening.error}
          isBusy={opening.isPending}
          onBack={() => opening.reset()}
          onConfirm={() => opening.mutate({ values: form.getValues(), confirmed: true })}
        />
      )}
    </>
  );
}

function OpenClass() {
  const t = useTranslations('openClass');
  const courses = useQuery(coursesQuery);
  const units = useQuery(organisationsQuery);
  return (
    <Page title={t('title')} back={{ href: '/ql/lop', label: t('back') }} lead={t('lead')} width="reading">
      <QueryView query={courses}>
        {(all) => <QueryView query={units}>{(own) => <ClassFields courses={all} units={own} />}</QueryView>}
      </QueryView>
    </Page>
  );
}

export default withDeskWords(OpenClass);
