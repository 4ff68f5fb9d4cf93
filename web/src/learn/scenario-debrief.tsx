import { IconCheck, IconCircleHalf2, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Section } from '../ui/page.js';
import styles from './scenario.module.css';
import type { Play, Turn } from './story.js';

type Verdict = 'right' | 'partly' | 'wrong';

const SIGNS = { right: IconCheck, partly: IconCircleHalf2, wrong: IconX };

function verdictOf({ points, best }: NonNullable<Turn['judged']>): Verdict {
  return points === best ? 'right' : points > 0 ? 'partly' : 'wrong';
}

/** What was decided, how it is judged, and what an experienced cadre would have chosen. */
export function Debrief({ play, passPercent }: { play: Play; passPercent: number }) {
  const t = useTranslations('scenario');
  const judged = play.turns.flatMap(({ chosen, judged }) => (judged ? [{ chosen, judged }] : []));
  return (
    <Section title={t('debrief')}>
      <p className={styles.score} data-passed={play.percent >= passPercent || undefined}>
        {t(play.percent >= passPercent ? 'playedWell' : 'playedBelow', { percent: play.percent, needed: passPercent })}
      </p>
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
