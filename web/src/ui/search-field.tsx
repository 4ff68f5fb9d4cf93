import { useDebouncedCallback } from '@mantine/hooks';
import { useState } from 'react';
import { TextField } from './fields.js';

const PAUSE_MS = 300;

interface SearchFieldProps {
  label: string;
  /** To begin with; a later one comes by a new key. */
  words: string;
  maxLength?: number;
  /** Called when the typing rests. */
  onSearch(words: string): void;
}

/** Looks up what is typed, a moment after the last key. */
export function SearchField({ label, words, maxLength = 120, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(words);
  const search = useDebouncedCallback((text: string) => onSearch(text.trim()), PAUSE_MS);
  return (
    <TextField
      label={label}
      type="search"
      autoComplete="off"
      maxLength={maxLength}
      value={typed}
      onChange={(event) => {
        setTyped(event.target.value);
        search(event.target.value);
      }}
    />
  );
}
