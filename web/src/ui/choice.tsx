import { useId } from 'react';
import styles from './choice.module.css';

interface Option<T extends string> {
  value: T;
  label: string;
  /** Language of the label when it is not that of the page. */
  lang?: string;
}

interface ChoiceProps<T extends string> {
  label: string;
  value: T;
  onChange(value: T): void;
  options: Option<T>[];
  hideLabel?: boolean;
}

/** A few alternatives side by side, of which one holds: radio buttons that look like one control. */
export function Choice<T extends string>({ label, value, onChange, options, hideLabel }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className={styles.choice}>
      <legend className={hideLabel ? 'visually-hidden' : styles.legend}>{label}</legend>
      <div className={styles.options}>
        {options.map((option) => (
          <label key={option.value} className={styles.option} lang={option.lang}>
            <input
              type="radio"
              name={name}
              className="visually-hidden"
              checked={option.value === value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
