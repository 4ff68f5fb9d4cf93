import { IconAlertTriangle, IconCheck, IconCircleHalf2, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Section } from '../ui/page.js';
import styles from './scenario.module.css';
import type { Play, Turn } from './story.js';

type Verdict = 'right' | 'partly' | 'wrong';

const SIGNS = { right: IconCheck, partly: IconCircleHalf2, wrong: IconX };

function verdictOf({ points, best }: NonNullable<Turn['judged']>): Verdict {
  return points === best ? 'right' : points > 0 ? 'partly' : 'wrong';
}

/** Says whether the play counts: with a wrong legal step it does not, whatever its points. */
function Outcome({ play, passPercent }: { play: Play; passPercent: number }) {
  const t = useTranslations('scenario');
  const { percent, violations } = play;
  const figures = { percent, needed: passPercent };
  if (violations.length === 0) {
    const isPassed = percent >= passPercent;
    return (
      <p className={styles.score} data-outcome={isPassed ? 'passed' : 'below'}>
        {t(isPassed ? 'playedWell' : 'playedBelow', figures)}
      </p>
    );
  }
  return (
    <div className={styles.score} data-outcome="unlawful">
      <p className={styles.label}>
        <IconAlertTriangle size={24} aria-hidden />
        {t('notCounted')}
      </p>
      <p>{t('playedUnlawfully', { percent, count: violations.length })}</p>
      <ul className={styles.broken} lang="vi">
        {violations.map(({ text }, index) => (
          <li key={index}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/** What was decided, how it is judged, and what an experienced cadre would have chosen. */
export function Debrief({ play, passPercent }: { play: Play; passPercent: number }) {
  const t = useTranslations('scenario');
  const judged = play.turns.flatMap(({ chosen, judged }) => (judged ? [{ chosen, judged }] : []));
  return (
    <Section title={t('debrief')}>
      <Outcome play={play} passPercent={passPercent} />
      <ol className={styles.decisions}>
        {judged.map(({ chosen, judged }, index) => {
          const verdict = verdictOf(judged);
          const Sign = SIGNS[verdict];
          return (
            <li key={index} data-verdict={verdict}>
              <p className={styles.verdict}>
                <Sign size={22} aria-hidden />
                {t(`verdicts.${verdict}`)}
              </p>
              <p lang="vi">{chosen}</p>
              {verdict !== 'right' && (
                <p className={styles.better}>
                  {t('better')} <span lang="vi">{judged.bestText}</span>
                </p>
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
