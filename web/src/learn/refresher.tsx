import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { completeRefresher, refresherQuery } from '../api/law-changes.js';
import type { QuestionResponse, Refresher as View } from '../api/types.js';
import { Content } from '../i18n/bilingual.js';
import { useFormats } from '../i18n/formats.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { Page, Section } from '../ui/page.js';
import { Failure, QueryView } from '../ui/states.js';
import { Tag } from '../ui/tag.js';
import { Wordings } from '../ui/wordings.js';
import styles from './law-changes.module.css';
import { QuestionView } from '../ui/question/question-view.js';
import { Review } from './quiz-review.js';

type Responses = Record<string, QuestionResponse>;

/** Done: on which day, and how the questions were answered. */
function Done({ refresher, doneAt }: { refresher: View; doneAt: string }) {
  const t = useTranslations('refresher');
  const formats = useFormats();
  return (
    <>
      <div role="status">
        <Tag tone="good" icon={<IconCircleCheck size={18} aria-hidden />}>
          {t('done', { date: formats.date(doneAt) })}
        </Tag>
      </div>
      {refresher.answers.length > 0 && <Review items={refresher.answers} />}
      <p>
        <LinkButton href="/chung-chi">{t('toCertificates')}</LinkButton>
      </p>
    </>
  );
}

/** Two or three questions about what changed, then the button; wrong answers are explained, not counted. */
function Open({ refresher }: { refresher: View }) {
  const t = useTranslations('refresher');
  const words = useTranslations('attempt');
  const queries = useQueryClient();
  const { amendmentId, questions } = refresher;
  const [responses, setResponses] = useState<Responses>({});
  const [isAsked, setAsked] = useState(false);
  const completing = useMutation({ mutationFn: () => completeRefresher(queries, amendmentId, responses) });
  const left = questions.filter(({ questionId }) => !responses[questionId]);
  const finish = (): void => {
    setAsked(true);
    if (left.length === 0) completing.mutate();
  };
  return (
    <>
      {questions.length > 0 && (
        <Section title={t('questions')}>
          <p>{t('questionsText')}</p>
          {questions.map((question) => (
            <section key={question.questionId} className={styles.question}>
              <h3>{words('question', { number: question.position })}</h3>
              <QuestionView
                question={question}
                response={responses[question.questionId]}
                onAnswer={(response) => setResponses((old) => ({ ...old, [question.questionId]: response }))}
              />
            </section>
          ))}
        </Section>
      )}
      <div>
        {isAsked && left.length > 0 && (
          <p role="alert" className={styles.left}>
            {t('left', { numbers: left.map(({ position }) => position).join(', ') })}
          </p>
        )}
        <ActionButton busy={completing.isPending} onClick={finish}>
          {t(questions.length > 0 ? 'send' : 'iHaveRead')}
        </ActionButton>
        {completing.isError && <Failure error={completing.error} />}
      </div>
    </>
  );
}

/** What the law changed since a certificate was earned, short enough to be read at once. */
export default function Refresher({ amendmentId }: { amendmentId: string }) {
  const t = useTranslations('refresher');
  const words = useTranslations('lawChange');
  const formats = useFormats();
  const query = useQuery(refresherQuery(amendmentId));
  const lead = query.data && t('lead', { date: formats.date(query.data.effectiveOn) });
  return (
    <Page title={t('title')} back={{ href: '/chung-chi', label: t('back') }} lead={lead} width="reading">
      <QueryView query={query} lines={8}>
        {(refresher) => (
          <>
            {refresher.doneAt === null && <p>{t('text')}</p>}
            <Section title={t('changes')}>
              {refresher.changes.map(({ code, number, title, documentTitle, ...change }) => (
                <section key={code} className={styles.change}>
                  <h3 lang="vi">
                    {words('article', { number, document: documentTitle })}: {title}
                  </h3>
                  <Wordings {...change} />
                </section>
              ))}
            </Section>
            {refresher.lessons.length > 0 && (
              <Section title={t('lessons')}>
                <ul>
                  {refresher.lessons.map(({ id, title, courseTitle }) => (
                    <li key={id}>
                      <Link href={`/bai/${id}`}>
                        <Content of={title} />
                      </Link>{' '}
                      (<Content of={courseTitle} />)
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {refresher.doneAt === null ? (
              <Open refresher={refresher} />
            ) : (
              <Done refresher={refresher} doneAt={refresher.doneAt} />
            )}
          </>
        )}
      </QueryView>
    </Page>
  );
}
