import type { ReactNode } from 'react';
import styles from './tag.module.css';

export type Tone = 'neutral' | 'blue' | 'good' | 'gold' | 'bad';

/** A state in words with a sign beside it: never by colour alone. */
export function Tag({ tone = 'neutral', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={styles.tag} data-tone={tone}>
      {icon}
      {children}
    </span>
  );
}
