import { useState } from 'react';
import { TextField } from '../ui/fields.js';
import { isDay } from './unit-days.js';

interface DayFieldProps {
  label: string;
  hint?: string;
  /** YYYY-MM-DD, or empty. */
  value: string;
  onChange(day: string): void;
  /** Nothing chosen is a choice too. */
  isOptional?: boolean;
}

/** A day to look at. While a year is being typed it is no day yet: only whole ones are told. */
export function DayField({ value, onChange, isOptional = false, ...worded }: DayFieldProps) {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  if (told !== value) {
    setTold(value);
    setTyped(value);
  }
  const take = (text: string): void => {
    setTyped(text);
    if (isDay(text) || (isOptional && text === '')) onChange(text);
  };
  return (
    <TextField
      {...worded}
      type="date"
      min="1929-01-01"
      max="2099-12-31"
      value={typed}
      onChange={(event) => take(event.target.value)}
      onBlur={() => setTyped(value)}
    />
  );
}
