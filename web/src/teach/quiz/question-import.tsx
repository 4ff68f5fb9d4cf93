import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { importQuestions, type ImportReport, type QuizPlace } from '../../api/draft-quizzes.js';
import { Content } from '../../i18n/bilingual.js';
import { ActionButton } from '../../ui/button.js';
import { Choice } from '../../ui/choice.js';
import { TextField } from '../../ui/fields.js';
import { Sheet } from '../../ui/sheet.js';
import { Failure } from '../../ui/states.js';
import styles from './quiz.module.css';

const ACCEPT = '.gift,.txt,.xml,.xlsx,.docx';

type Line = ImportReport['faults'][number];

/** Lines of a report under their heading; nothing when there are none. */
function Lines({ title, tone, lines }: { title: string; tone: 'bad' | 'gold'; lines: Line[] }) {
  const t = useTranslations('quiz.import');
  if (lines.length === 0) return null;
  return (
    <section className={styles.report} data-tone={tone}>
      <h3>{title}</h3>
      <ul>
        {lines.map(({ line, message }, index) => (
          // Two lines of a file may say the same.
          <li key={`${line}:${index}`}>
            <strong>{t('line', { line })}</strong> <Content of={message} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Report({ report }: { report: ImportReport }) {
  const t = useTranslations('quiz.import');
  const { faults, leftOut, losses, questions, format } = report;
  return (
    <div className={styles.reports} role="status">
      <p>
        {format !== null && <>{t(`formats.${format}`)} </>}
        <strong>{t(faults.length > 0 ? 'refused' : 'ready', { count: questions.length })}</strong>
      </p>
      <Lines title={t('faults', { count: faults.length })} tone="bad" lines={faults} />
      <Lines title={t('leftOut', { count: leftOut.length })} tone="gold" lines={leftOut} />
      <Lines title={t('losses', { count: losses.length })} tone="gold" lines={losses} />
      {questions.length > 0 && (
        <details>
          <summary>{t('questions', { count: questions.length })}</summary>
          <ol className={styles.found}>
            {questions.map(({ id, title, kind, line }) => (
              <li key={`${id ?? ''}:${line}`}>
                {title} <span className={styles.soft}>{t(`kinds.${kind}`)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

/** A file is read and told about first; it is taken over when the lecturer says so, wholly or not at all. */
export function QuestionImport({ place, version, onClose }: { place: QuizPlace; version: number; onClose(): void }) {
  const t = useTranslations('quiz.import');
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [mode, setMode] = useState<'add' | 'replace'>('add');
  const reading = useMutation({
    mutationFn: (given: { file: File; mode: 'add' | 'replace' }) => importQuestions(queries, place, given),
  });
  const taking = useMutation({
    mutationFn: (given: File) => importQuestions(queries, place, { file: given, mode, baseVersion: version }),
    onSuccess: ({ applied }) => {
      if (applied) onClose();
    },
  });
  const look = (given: File | null, how: 'add' | 'replace'): void => {
    setFile(given);
    setMode(how);
    taking.reset();
    if (given) reading.mutate({ file: given, mode: how });
    else reading.reset();
  };
  const report = taking.data ?? reading.data;
  const isReady = file !== null && report?.faults.length === 0 && report.questions.length > 0;
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('title')}
      actions={
        isReady && (
          <ActionButton busy={taking.isPending} onClick={() => taking.mutate(file)}>
            {t(mode === 'add' ? 'add' : 'replace', { count: report.questions.length })}
          </ActionButton>
        )
      }
    >
      <div className={styles.form}>
        <TextField
          label={t('file')}
          hint={t('hint')}
          type="file"
          accept={ACCEPT}
          onChange={(event) => look(event.target.files?.[0] ?? null, mode)}
        />
        <Choice
          label={t('mode')}
          value={mode}
          onChange={(how) => look(file, how)}
          options={[
            { value: 'add', label: t('modes.add') },
            { value: 'replace', label: t('modes.replace') },
          ]}
        />
        {reading.isPending && <p role="status">{t('reading')}</p>}
        {(taking.error ?? reading.error) && <Failure error={taking.error ?? reading.error} />}
        {report && !reading.isPending && <Report report={report} />}
      </div>
    </Sheet>
  );
}
