import '@mantine/core/styles/Input.css';
import {
  NativeSelect,
  Textarea,
  TextInput,
  type NativeSelectProps,
  type TextareaProps,
  type TextInputProps,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import styles from './fields.module.css';

interface Worded {
  label: string;
  /** Stands under the label, before the field: read before typing. */
  hint?: string;
}

const shape = ({ label, hint }: Worded) => ({
  label,
  description: hint,
  labelProps: { fz: 'md', fw: 600 },
  // Not by Mantine's own names of sizes: its smallest is 12 px.
  descriptionProps: { fz: 'var(--text-s)', c: 'var(--soft)' },
  errorProps: { fz: 'var(--text-s)', c: 'brick.7', fw: 600 },
  size: 'md' as const,
  styles: {
    input: { minHeight: '3rem', fontSize: 'var(--text-m)', borderColor: '#6b7786', color: 'var(--ink)' },
    description: { marginBottom: 4 },
  },
});

export function TextField({ label, hint, ...input }: Worded & TextInputProps) {
  return <TextInput {...shape({ label, hint })} {...input} />;
}

export function AreaField({ label, hint, ...input }: Worded & TextareaProps) {
  return <Textarea {...shape({ label, hint })} {...input} />;
}

export function SelectField({ label, hint, ...input }: Worded & NativeSelectProps) {
  return <NativeSelect {...shape({ label, hint })} {...input} />;
}

/** A password that can be read while it is typed: on a phone a long one is typed wrong half of the time. */
export function PasswordField({ label, hint, ...input }: Worded & TextInputProps) {
  const t = useTranslations('fields');
  const [shown, setShown] = useState(false);
  const toggle = (
    <button type="button" className={styles.toggle} aria-pressed={shown} onClick={() => setShown(!shown)}>
      {shown ? t('hide') : t('show')}
      <span className="visually-hidden"> {label}</span>
    </button>
  );
  return (
    <TextInput
      {...shape({ label, hint })}
      type={shown ? 'text' : 'password'}
      autoCapitalize="none"
      spellCheck={false}
      rightSection={toggle}
      rightSectionWidth="4.5rem"
      {...input}
    />
  );
}
