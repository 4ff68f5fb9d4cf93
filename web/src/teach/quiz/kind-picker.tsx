import {
  IconAbc,
  IconArrowsSort,
  IconCheckbox,
  IconCircleDot,
  IconForms,
  IconLink,
  IconNumbers,
  IconPencil,
  IconToggleLeft,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Sheet } from '../../ui/sheet.js';
import styles from './form.module.css';
import { KINDS, type Kind } from './question-form-state.js';

const ICON = { size: 28, 'aria-hidden': true };

const SIGNS: Record<Kind, ReactNode> = {
  single: <IconCircleDot {...ICON} />,
  multiple: <IconCheckbox {...ICON} />,
  'true-false': <IconToggleLeft {...ICON} />,
  'short-answer': <IconAbc {...ICON} />,
  numeric: <IconNumbers {...ICON} />,
  matching: <IconLink {...ICON} />,
  ordering: <IconArrowsSort {...ICON} />,
  cloze: <IconForms {...ICON} />,
  essay: <IconPencil {...ICON} />,
};

/** The kinds of questions, each with what it is good for. */
export function KindPicker({ onPick, onClose }: { onPick(kind: Kind): void; onClose(): void }) {
  const t = useTranslations('quiz');
  return (
    <Sheet opened onClose={onClose} title={t('pick.title')}>
      <ul className={styles.kinds}>
        {KINDS.map((kind) => (
          <li key={kind}>
            <button type="button" className={styles.kind} onClick={() => onPick(kind)}>
              {SIGNS[kind]}
              <span>
                <strong>{t(`kinds.${kind}`)}</strong>
                <span className={styles.soft}>{t(`pick.${kind}`)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
