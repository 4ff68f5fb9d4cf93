import { IconCheck, IconCircleHalf2, IconX } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import type { AnswerGroup, KeyedAnswer, QuestionPage } from '../../api/questions.js';
import { useFormats } from '../../i18n/formats.js';
import { Markup } from '../../ui/markup.js';
import styles from './bank.module.css';

type Worth = 'right' | 'partly' | 'wrong' | 'none';

const SIGNS = { right: IconCheck, partly: IconCircleHalf2, wrong: IconX, none: null };

function worthOf({ percent }: KeyedAnswer): Worth {
  if (percent === null) return 'none';
  return percent >= 100 ? 'right' : percent > 0 ? 'partly' : 'wrong';
}

/** How many chose an answer, in words with a bar beside it. */
function Chosen({ chosen, answered }: { chosen: number; answered: number }) {
  const t = useTranslations('bank.page');
  const formats = useFormats();
  const percent = answered === 0 ? 0 : Math.round((chosen * 100) / answered);
  return (
    <span className={styles.chosen}>
      <span className={styles.track} aria-hidden>
        <span style={{ inlineSize: `${percent}%` }} />
      </span>
      {t('chosen', { count: chosen, percent: formats.percent(percent) })}
    </span>
  );
}

function Answer({ answer, answered }: { answer: KeyedAnswer; answered: number }) {
  const t = useTranslations('bank.page');
  const formats = useFormats();
  const { html, truth, goesWith, percent, points, feedback, chosen } = answer;
  const worth = worthOf(answer);
  const Sign = SIGNS[worth];
  return (
    <li className={styles.answer} data-worth={worth}>
      {Sign && <Sign size={22} aria-hidden />}
      <div className={styles.answerBody}>
        <div className={styles.answerText}>
          {worth !== 'none' && <span className="visually-hidden">{t(`worth.${worth}`)} </span>}
          {truth === null ? <Markup as="span" html={html} /> : t(truth ? 'true' : 'false')}
          {goesWith !== null && <span lang="vi"> → {goesWith}</span>}
          {worth === 'partly' && (
            <span className={styles.soft}> {t('partOf', { percent: formats.percent(percent ?? 0) })}</span>
          )}
          {points !== null && <span className={styles.soft}> {t('points', { points: formats.number(points) })}</span>}
        </div>
        {feedback && <Markup className={styles.feedback} html={feedback} />}
        {chosen !== null && <Chosen chosen={chosen} answered={answered} />}
      </div>
    </li>
  );
}

function Group({ group, isOrdered, answered }: { group: AnswerGroup; isOrdered: boolean; answered: number }) {
  const t = useTranslations('bank.page');
  const List = isOrdered ? 'ol' : 'ul';
  return (
    <div>
      {group.gap !== null && <h3 className={styles.gap}>{t('gap', { number: group.gap })}</h3>}
      <List className={styles.answers} data-ordered={isOrdered || undefined}>
        {group.answers.map((answer, at) => (
          <Answer key={at} answer={answer} answered={answered} />
        ))}
      </List>
    </div>
  );
}

/** A question as its author sees it: the key, what each answer says to the learner, and who chose what. */
export function BankAnswers({ question }: { question: QuestionPage }) {
  const t = useTranslations('bank.page');
  const { kind, stem, answers, general, minimumWords, photo, answered } = question;
  return (
    <div className={styles.card}>
      <Markup className={styles.stem} html={stem} />
      {kind === 'ordering' && <p className={styles.soft}>{t('rightOrder')}</p>}
      {kind === 'essay' && <p className={styles.soft}>{t('rubric')}</p>}
      {answers.map((group, at) => (
        <Group key={at} group={group} isOrdered={kind === 'ordering'} answered={answered} />
      ))}
      {minimumWords !== null && <p className={styles.soft}>{t('minimumWords', { count: minimumWords })}</p>}
      {photo && <p className={styles.soft}>{t('photo')}</p>}
      {general && (
        <div className={styles.general}>
          <p className={styles.soft}>{t('general')}</p>
          <Markup html={general} />
        </div>
      )}
    </div>
  );
}
