import { IconMessagePlus } from '@tabler/icons-react';
import { createContext, useContext, useState, type ReactNode, type Ref } from 'react';
import { useTranslations } from 'use-intl';
import { ActionButton } from '../../ui/button.js';
import { AreaField, TextField } from '../../ui/fields.js';
import type { SourceText } from './answer-forms.js';
import styles from './form.module.css';

/** What is wrong with the field at a pointer within the question, in words. */
export type FaultAt = (pointer: string) => string | undefined;

const Faults = createContext<FaultAt>(() => undefined);
export const FaultsProvider = Faults.Provider;

/** @param pointer of a field, such as `/answers/0/text` */
export const useFault = (pointer: string): string | undefined => useContext(Faults)(pointer);

/** A fault of several fields together. */
export function ListFault({ pointer }: { pointer: string }) {
  const fault = useFault(pointer);
  if (fault === undefined) return null;
  return (
    <p className={styles.fault} role="alert">
      {fault}
    </p>
  );
}

interface TextBoxProps {
  label: string;
  hint?: string;
  pointer: string;
  value: SourceText;
  rows?: number;
  ref?: Ref<HTMLTextAreaElement>;
  onChange(value: SourceText): void;
}

/** A text in its own markup, which stays what it is; only what is not Markdown says so. */
export function TextBox({ label, hint, pointer, value, rows = 1, ref, onChange }: TextBoxProps) {
  const t = useTranslations('quiz.form');
  const isForeign = value.text !== '' && (value.format === 'html' || value.format === 'moodle');
  return (
    <AreaField
      ref={ref}
      label={label}
      hint={isForeign ? t('asHtml') : hint}
      lang="vi"
      autosize
      minRows={rows}
      maxLength={20_000}
      value={value.text}
      error={useFault(pointer)}
      onChange={(event) => onChange({ ...value, text: event.target.value })}
    />
  );
}

interface FeedbackBoxProps {
  label: string;
  /** The button that opens it. */
  open: string;
  value: SourceText;
  onChange(value: SourceText): void;
}

/** What a learner is told afterwards: a field for those who want to write it. */
export function FeedbackBox({ label, open, value, onChange }: FeedbackBoxProps) {
  const [isOpen, setOpen] = useState(value.text !== '');
  if (isOpen || value.text !== '') return <TextBox label={label} pointer="" value={value} onChange={onChange} />;
  return (
    <div>
      <ActionButton look="plain" icon={<IconMessagePlus size={22} aria-hidden />} onClick={() => setOpen(true)}>
        {open}
      </ActionButton>
    </div>
  );
}

interface NumberBoxProps {
  label: string;
  hint?: string;
  pointer: string;
  value: string;
  onChange(value: string): void;
}

export function NumberBox({ label, hint, pointer, value, onChange }: NumberBoxProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      inputMode="decimal"
      autoComplete="off"
      maxLength={30}
      className={styles.number}
      value={value}
      error={useFault(pointer)}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface TickProps {
  /** With others of this name only one holds. */
  name?: string;
  checked: boolean;
  onChange(checked: boolean): void;
  children: ReactNode;
}

export function Tick({ name, checked, onChange, children }: TickProps) {
  return (
    <label className={styles.tick}>
      <input
        type={name === undefined ? 'checkbox' : 'radio'}
        name={name}
        checked={checked}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span>{children}</span>
    </label>
  );
}
