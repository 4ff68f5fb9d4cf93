import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { changeMail, confirmMail, notificationSettingsQuery, sendMailCode } from '../api/notification-settings.js';
import type { MailSettings as Settings, MailWish } from '../api/types.js';
import { ActionButton } from '../ui/button.js';
import { Choice } from '../ui/choice.js';
import { TextField } from '../ui/fields.js';
import { Section } from '../ui/page.js';
import { Failure, QueryView } from '../ui/states.js';
import styles from './mail-settings.module.css';

/** The six digits that came by mail. */
function Confirmation({ address }: { address: string }) {
  const t = useTranslations('notificationSettings');
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const [isTried, setTried] = useState(false);
  const confirming = useMutation({ mutationFn: () => confirmMail(queries, code) });
  const asking = useMutation({ mutationFn: sendMailCode });
  const isWhole = code.replace(/\D/g, '').length === 6;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (isWhole) confirming.mutate();
      }}
    >
      <p role="status">{asking.isSuccess ? t('mailCodeSent') : t('mailUnconfirmed', { address })}</p>
      <TextField
        {...{ label: t('mailCode'), inputMode: 'numeric', autoComplete: 'one-time-code', maxLength: 10, value: code }}
        error={isTried && !isWhole && t('mailCodeMissing')}
        onChange={(event) => setCode(event.target.value)}
      />
      {confirming.isError && <Failure error={confirming.error} />}
      {asking.isError && <Failure error={asking.error} />}
      <div className={styles.actions}>
        <ActionButton type="submit" busy={confirming.isPending}>
          {t('mailConfirm')}
        </ActionButton>
        <ActionButton look="quiet" busy={asking.isPending} onClick={() => asking.mutate()}>
          {t('mailCodeAgain')}
        </ActionButton>
      </div>
    </form>
  );
}

function Wish({ settings }: { settings: Settings }) {
  const t = useTranslations('notificationSettings');
  const queries = useQueryClient();
  const [address, setAddress] = useState(settings.address ?? '');
  const [rhythm, setRhythm] = useState<MailWish['rhythm']>(settings.address === null ? 'daily' : settings.rhythm);
  const saving = useMutation({
    mutationFn: () =>
      changeMail(queries, { address: address.trim() || null, rhythm: address.trim() ? rhythm : 'none' }),
  });
  const rhythms = ['at-once', 'daily', 'none'] as const;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate();
      }}
    >
      <TextField
        {...{
          label: t('mailAddress'),
          hint: t('mailAddressHint'),
          type: 'email',
          autoComplete: 'email',
          maxLength: 254,
        }}
        {...{ autoCapitalize: 'none', spellCheck: false, value: address }}
        onChange={(event) => setAddress(event.target.value)}
      />
      <Choice<MailWish['rhythm']>
        label={t('mailRhythm')}
        value={rhythm}
        onChange={setRhythm}
        options={rhythms.map((value) => ({ value, label: t(`rhythms.${value}`) }))}
      />
      <p className={styles.note}>{t('mailQuiet')}</p>
      {saving.isError && <Failure error={saving.error} />}
      <div className={styles.actions}>
        <ActionButton type="submit" look="quiet" busy={saving.isPending}>
          {t('mailSave')}
        </ActionButton>
        <span role="status">{saving.isSuccess ? t('mailSaved') : settings.isConfirmed && t('mailConfirmed')}</span>
      </div>
    </form>
  );
}

/** Mail beside the inbox; without a mail server there is nothing to set and nothing is shown. */
export function MailSettings() {
  const t = useTranslations('notificationSettings');
  const query = useQuery(notificationSettingsQuery);
  if (query.isPending || query.data?.mail.isOffered === false) return null;
  return (
    <Section title={t('mail')}>
      <QueryView query={query}>
        {({ mail }) => (
          <>
            <p className={styles.note}>{t('mailText')}</p>
            <Wish settings={mail} />
            {mail.address !== null && !mail.isConfirmed && <Confirmation key={mail.address} address={mail.address} />}
          </>
        )}
      </QueryView>
    </Section>
  );
}
