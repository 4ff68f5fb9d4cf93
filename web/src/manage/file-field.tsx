import { IconFileSpreadsheet, IconUpload } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { useFormats } from '../i18n/formats.js';
import styles from './import.module.css';

interface FileFieldProps {
  label: string;
  hint: string;
  value: File | null;
  onChange(file: File | null): void;
  error: string | null;
}

const ACCEPT = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const KILOBYTE = 1024;

function useSize(): (bytes: number) => string {
  const formats = useFormats();
  return (bytes) =>
    bytes < KILOBYTE * KILOBYTE
      ? `${formats.number(Math.max(1, Math.round(bytes / KILOBYTE)))} kB`
      : `${formats.number(Math.round((10 * bytes) / KILOBYTE / KILOBYTE) / 10)} MB`;
}

/** One table. The browser's own field lies over the whole area: a file can be dropped there, and any key opens it. */
export function FileField({ label, hint, value, onChange, error }: FileFieldProps) {
  const t = useTranslations('imports');
  const size = useSize();
  const id = useId();
  const [isOver, setOver] = useState(false);
  return (
    <div className={styles.file}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <p id={`${id}-hint`} className={styles.facts}>
        {hint}
      </p>
      <div className={styles.drop} data-over={isOver} data-bad={error !== null}>
        {value === null ? <IconUpload size={28} aria-hidden /> : <IconFileSpreadsheet size={28} aria-hidden />}
        <div aria-hidden>
          <p className={styles.fileName}>{value === null ? t('choose') : value.name}</p>
          <p className={value === null ? `${styles.facts} ${styles.dropHint}` : styles.facts}>
            {value === null ? t('drop') : `${size(value.size)} · ${t('chooseOther')}`}
          </p>
        </div>
        <input
          id={id}
          type="file"
          accept={ACCEPT}
          aria-describedby={error === null ? `${id}-hint` : `${id}-hint ${id}-error`}
          aria-invalid={error !== null}
          onChange={(event) => onChange(event.target.files?.[0] ?? null)}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
        />
      </div>
      <p id={`${id}-error`} role="alert" className={styles.error}>
        {error}
      </p>
    </div>
  );
}
