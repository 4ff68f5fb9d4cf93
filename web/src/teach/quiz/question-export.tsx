import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { exportAddress, exportLossesQuery, type ExportFormat, type QuizPlace } from '../../api/draft-quizzes.js';
import { Content } from '../../i18n/bilingual.js';
import { FileLink } from '../../ui/button.js';
import { SelectField } from '../../ui/fields.js';
import { Sheet } from '../../ui/sheet.js';
import { QueryView } from '../../ui/states.js';
import styles from './quiz.module.css';

const FORMATS: ExportFormat[] = ['xlsx', 'moodle-xml', 'gift', 'aiken'];

/** The questions as a file; what its format cannot hold is said before anybody downloads it. */
export function QuestionExport({ place, onClose }: { place: QuizPlace; onClose(): void }) {
  const t = useTranslations('quiz.export');
  const [format, setFormat] = useState<ExportFormat>('xlsx');
  const losses = useQuery(exportLossesQuery(place, format));
  return (
    <Sheet
      opened
      onClose={onClose}
      title={t('title')}
      actions={
        <FileLink href={exportAddress(place, format)} download>
          {t('download')}
        </FileLink>
      }
    >
      <div className={styles.form}>
        <SelectField
          label={t('format')}
          value={format}
          onChange={(event) => setFormat(event.target.value as ExportFormat)}
          data={FORMATS.map((value) => ({ value, label: t(`formats.${value}`) }))}
        />
        <QueryView query={losses} lines={2}>
          {(items) =>
            items.length === 0 ? (
              <p>{t('whole')}</p>
            ) : (
              <section className={styles.report} data-tone="gold">
                <h3>{t('losses', { count: items.length })}</h3>
                <ul>
                  {items.map(({ id, title, whole, message }, index) => (
                    <li key={`${id ?? ''}:${index}`}>
                      <strong>{title}</strong> <Content of={message} /> {whole && t('leftOut')}
                    </li>
                  ))}
                </ul>
              </section>
            )
          }
        </QueryView>
      </div>
    </Sheet>
  );
}
