import { useTranslations } from 'use-intl';
import type { Amendment } from '../api/types.js';

/** The chain of an amendment in figures: what it touched, what is still open, who was informed. */
export function AmendmentCounts({ amendment }: { amendment: Amendment }) {
  const t = useTranslations('lawDesk');
  const { lessons, scenarios, questions, tasksOpen, tasksDone, holdersInformed, holdersRefreshed } = amendment;
  const open = amendment.lessonsOpen + amendment.scenariosOpen + amendment.questionsOpen;
  return (
    <div>
      <p>{t('touched', { lessons, scenarios, questions, open })}</p>
      <p>{t('tasks', { open: tasksOpen, done: tasksDone })}</p>
      {holdersInformed > 0 && <p>{t('holders', { informed: holdersInformed, refreshed: holdersRefreshed })}</p>}
    </div>
  );
}
