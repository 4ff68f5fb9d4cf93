import { IconAlertTriangle } from '@tabler/icons-react';
import type { DraftFault } from '../api/drafts.js';
import { Content } from '../i18n/bilingual.js';
import styles from './studio.module.css';

/** What keeps a draft from being handed in, in words, beside what it concerns. */
export function FaultList({ faults }: { faults: DraftFault[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className={styles.faults}>
      {faults.map(({ path, line, message }) => (
        <li key={`${path}:${line ?? 0}:${message.vi}`}>
          <IconAlertTriangle size={20} aria-hidden />
          <span>
            <Content of={message} />
          </span>
        </li>
      ))}
    </ul>
  );
}
