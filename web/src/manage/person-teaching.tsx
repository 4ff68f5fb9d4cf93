import { useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useSession } from '../api/session.js';
import { endTeaching, teachingQuery, type TeachingAuthorisation } from '../api/teaching.js';
import type { Person } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { AreaField, TextField } from '../ui/fields.js';
import { Section } from '../ui/page.js';
import { QueryView } from '../ui/states.js';
import { TeachingFacts } from '../ui/teaching-facts.js';
import { useTopicName } from '../ui/topic-name.js';
import { ActSheet } from './act-sheet.js';
import { AuthoriseForm } from './authorise-form.js';
import { ActForm, UNIT_ACT, useActChecks } from './unit-act-form.js';
import { dayAfter, today } from './unit-days.js';
import styles from './units.module.css';

/** The roles that the server lets authorise; for which units, it says itself. */
export const AUTHORISERS = ['school-officer', 'federation-officer', 'administrator'];

function WithdrawForm({ of, onDone }: { of: TeachingAuthorisation; onDone(): void }) {
  const t = useTranslations('authorise');
  const acts = useTranslations('acts');
  const queries = useQueryClient();
  const { needed } = useActChecks();
  // It was in force for a day at least.
  const first = dayAfter(of.validFrom);
  const form = useForm({
    initialValues: { on: first > today() ? first : today(), reason: '' },
    validate: { on: needed, reason: needed },
  });
  const ending = useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: ({ on, reason }: { on: string; reason: string }) =>
      endTeaching(queries, of.id, { on, reason: reason.trim() }),
    onSuccess: onDone,
  });
  return (
    <ActForm error={ending.error} onSubmit={form.onSubmit((values) => ending.mutate(values))}>
      <p>{t('withdrawText')}</p>
      <TextField label={t('withdrawOn')} hint={t('withdrawOnHint')} type="date" {...form.getInputProps('on')} />
      <AreaField
        label={acts('reason')}
        hint={t('withdrawReasonHint')}
        maxLength={500}
        rows={2}
        {...form.getInputProps('reason')}
      />
    </ActForm>
  );
}

function Line({ of, onWithdraw }: { of: TeachingAuthorisation; onWithdraw(): void }) {
  const t = useTranslations('authorise');
  const topic = useTopicName();
  return (
    <li className={styles.person}>
      <TeachingFacts of={of} />
      {of.can.end && (
        <ActionButton look="plain" aria-haspopup="dialog" onClick={onWithdraw}>
          {t('withdraw')}
          <span className="visually-hidden"> {topic(of.topic)}</span>
        </ActionButton>
      )}
    </li>
  );
}

/** Which topics a person may teach, by which decision, and on the law of which day. */
export function PersonTeaching({ person }: { person: Person }) {
  const t = useTranslations('authorise');
  const topic = useTopicName();
  const { roles } = useSession();
  const teaching = useQuery(teachingQuery(person.id));
  const [act, setAct] = useState<'grant' | TeachingAuthorisation | null>(null);
  const close = (): void => setAct(null);
  const ended = act === 'grant' ? null : act;
  const first = person.offices[0]?.organisation;
  const add = roles.some((role) => AUTHORISERS.includes(role)) && (
    <ActionButton
      look="quiet"
      aria-haspopup="dialog"
      icon={<IconPlus size={22} aria-hidden />}
      onClick={() => setAct('grant')}
    >
      {t('grant')}
    </ActionButton>
  );
  return (
    <Section title={t('title')} aside={add}>
      <QueryView query={teaching}>
        {({ items }) =>
          items.length === 0 ? (
            <p>{t('none')}</p>
          ) : (
            <div className={styles.box}>
              <ul className={styles.tree}>
                {items.map((item) => (
                  <Line key={item.id} of={item} onWithdraw={() => setAct(item)} />
                ))}
              </ul>
            </div>
          )
        }
      </QueryView>
      <ActSheet
        opened={act !== null}
        onClose={close}
        title={ended ? `${t('withdraw')}: ${topic(ended.topic)}` : t('grant')}
        subject={person.fullName}
        submit={ended ? t('withdraw') : t('doGrant')}
        isDanger={ended !== null}
      >
        {act === 'grant' && (
          <AuthoriseForm
            personId={person.id}
            topics={teaching.data?.topics ?? []}
            unit={first ? { id: first.id, name: first.name } : null}
            onDone={close}
          />
        )}
        {ended && <WithdrawForm of={ended} onDone={close} />}
      </ActSheet>
    </Section>
  );
}
