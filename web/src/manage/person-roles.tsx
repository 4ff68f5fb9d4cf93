import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useForm } from '@mantine/form';
import { IconKey } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { revokeRole, rolesQuery } from '../api/people.js';
import { useSession } from '../api/session.js';
import type { Person, RoleGrant } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { AreaField } from '../ui/fields.js';
import { Section } from '../ui/page.js';
import { QueryView } from '../ui/states.js';
import { ActSheet } from './act-sheet.js';
import { GrantForm } from './grant-form.js';
import { TermDays } from './term-days.js';
import { ActForm, UNIT_ACT } from './unit-act-form.js';
import styles from './units.module.css';

/** The roles that the server lets grant others; which ones, and where, it says itself. */
const GRANTERS = ['school-officer', 'unit-officer', 'federation-officer', 'administrator'];

function RevokeForm({ grant, onDone }: { grant: RoleGrant; onDone(): void }) {
  const t = useTranslations('person');
  const acts = useTranslations('acts');
  const queries = useQueryClient();
  const form = useForm({ initialValues: { reason: '' } });
  const revoking = useMutation({
    mutationKey: UNIT_ACT,
    mutationFn: (reason: string) => revokeRole(queries, grant.id, reason),
    onSuccess: onDone,
  });
  return (
    <ActForm error={revoking.error} onSubmit={form.onSubmit(({ reason }) => revoking.mutate(reason.trim()))}>
      <p>{t('revokeText')}</p>
      <AreaField
        label={acts('reason')}
        hint={acts('reasonHint')}
        maxLength={500}
        rows={2}
        {...form.getInputProps('reason')}
      />
    </ActForm>
  );
}

function Grant({ grant, onRevoke }: { grant: RoleGrant; onRevoke(): void }) {
  const t = useTranslations('person');
  const roles = useTranslations('roles');
  return (
    <li className={styles.person}>
      <div>
        <p>
          <strong>{roles(grant.role)}</strong>
        </p>
        <p>{t('reach', { name: grant.organisation.name })}</p>
        <TermDays from={grant.validFrom} to={grant.validTo} />
      </div>
      {grant.can.revoke && (
        <ActionButton look="plain" aria-haspopup="dialog" onClick={onRevoke}>
          {t('revoke')}
          <span className="visually-hidden"> {roles(grant.role)}</span>
        </ActionButton>
      )}
    </li>
  );
}

/** What a person may do in the application, and where. */
export function PersonRoles({ person }: { person: Person }) {
  const t = useTranslations('person');
  const roles = useTranslations('roles');
  const session = useSession();
  const [act, setAct] = useState<'grant' | RoleGrant | null>(null);
  const close = (): void => setAct(null);
  const revoked = act === 'grant' ? null : act;
  const add = session.roles.some((role) => GRANTERS.includes(role)) && (
    <ActionButton
      look="quiet"
      aria-haspopup="dialog"
      icon={<IconKey size={22} aria-hidden />}
      onClick={() => setAct('grant')}
    >
      {t('grant')}
    </ActionButton>
  );
  return (
    <Section title={t('roles')} aside={add}>
      <QueryView query={useQuery(rolesQuery(person.id))}>
        {(grants) =>
          grants.length === 0 ? (
            <p>{t('noRoles')}</p>
          ) : (
            <div className={styles.box}>
              <ul className={styles.tree}>
                {grants.map((grant) => (
                  <Grant key={grant.id} grant={grant} onRevoke={() => setAct(grant)} />
                ))}
              </ul>
            </div>
          )
        }
      </QueryView>
      <ActSheet
        opened={act !== null}
        onClose={close}
        title={revoked ? `${t('revoke')}: ${roles(revoked.role)}` : t('grant')}
        subject={person.fullName}
        submit={revoked ? t('revoke') : t('doGrant')}
        isDanger={revoked !== null}
      >
        {act === 'grant' && <GrantForm person={person} onDone={close} />}
        {revoked && <RevokeForm grant={revoked} onDone={close} />}
      </ActSheet>
    </Section>
  );
}
