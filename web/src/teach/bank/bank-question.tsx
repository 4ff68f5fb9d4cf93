import { useQuery } from '@tanstack/react-query';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { questionQuery, type QuestionPage } from '../../api/questions.js';
import { Content, useContentText } from '../../i18n/bilingual.js';
import { useFormats } from '../../i18n/formats.js';
import { Page, Section } from '../../ui/page.js';
import { QueryView } from '../../ui/states.js';
import { Tag } from '../../ui/tag.js';
import { BankAnswers } from './bank-answers.js';
import { BankHistory } from './bank-history.js';
import styles from './bank.module.css';
import { EditNote, EditQuestion } from './edit-question.js';
import { MissedLine } from './missed-line.js';

function Flags({ question }: { question: QuestionPage }) {
  const t = useTranslations('bank.page');
  const formats = useFormats();
  return question.flags.map(({ amendmentId, effectiveOn, amendedBy, article }) => (
    <div key={`${amendmentId}/${article.code}`} className={styles.notice}>
      <IconAlertTriangle size={24} aria-hidden />
      <div>
        <p>
          <strong>{t('flagged', { article: article.label, date: formats.date(effectiveOn), by: amendedBy })}</strong>{' '}
          {t('flaggedText')}
        </p>
        <Link className={styles.jump} href={`/phap-luat/tac-dong/${amendmentId}`}>
          {t('seeChange')}
        </Link>
      </div>
    </div>
  ));
}

function Places({ question }: { question: QuestionPage }) {
  const t = useTranslations('bank.page');
  const { places, draft, course } = question;
  return (
    <Section title={t('used')}>
      <ul className={styles.places}>
        {places.length === 0 && <li>{t('unused')}</li>}
        {places.map(({ lessonId, title, kind }) => (
          <li key={lessonId}>
            <Link className={styles.jump} href={`/bai/${lessonId}`}>
              <Content of={title} />
            </Link>
            <span className={styles.soft}>
              {t(kind)} · <Content of={course.title} /> · {t('published')}
            </span>
          </li>
        ))}
        {draft?.lessons.map(({ slug, title }) => (
          <li key={slug}>
            <Link className={styles.jump} href={`/soan/${draft.id}/bai/${slug}`}>
              <Content of={title} />
            </Link>
            <span className={styles.soft}>{t('inDraft')}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Law({ question: { citations, tags } }: { question: QuestionPage }) {
  const t = useTranslations('bank.page');
  return (
    <Section title={t('law')}>
      {citations.length === 0 ? (
        <p>{t('noLaw')}</p>
      ) : (
        <ul className={styles.places} lang="vi">
          {citations.map(({ code, label }) => (
            <li key={code}>
              <Link className={styles.jump} href={`/day/phap-luat/${code}`}>
                {label}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {tags.length > 0 && (
        <p className={styles.tags}>
          <span>{t('tags')}</span>
          {tags.map((tag) => (
            <Tag key={tag}>{tag}</Tag>
          ))}
        </p>
      )}
    </Section>
  );
}

function Loaded({ question }: { question: QuestionPage }) {
  const t = useTranslations('bank');
  const text = useContentText();
  const formats = useFormats();
  const { title, code, course, kind, difficulty, answered, missed, countedAt, versions } = question;
  const level = String(difficulty) as '1' | '2' | '3';
  const facts = [
    t(`kinds.${kind}`),
    t('list.difficulty', { level: t(`difficulties.${level}`) }),
    text(course.title),
    t('page.code', { code }),
  ];
  return (
    <Page
      title={title}
      heading={<span lang="vi">{title}</span>}
      back={{ href: '/ngan-hang', label: t('page.back') }}
      lead={facts.join(' · ')}
      actions={<EditQuestion question={question} />}
      width="full"
    >
      <Flags question={question} />
      <EditNote question={question} />
      <div className={styles.columns}>
        <Section title={t('page.question')}>
          <p>
            <MissedLine answered={answered} missed={missed} />
          </p>
          {countedAt !== null && (
            <p className={styles.soft}>
              {t('page.counted', { time: formats.time(countedAt), date: formats.date(countedAt) })}
            </p>
          )}
          <BankAnswers question={question} />
        </Section>
        <div className={styles.beside}>
          <Places question={question} />
          <Law question={question} />
          <Section title={t('history.title')}>
            <BankHistory versions={versions} />
          </Section>
        </div>
      </div>
    </Page>
  );
}

/** One question: its key, how it is answered, where it is used and what became of its wording. */
function BankQuestionScreen({ id }: { id: string }) {
  return <QueryView query={useQuery(questionQuery(id))}>{(question) => <Loaded question={question} />}</QueryView>;
}

export default BankQuestionScreen;
