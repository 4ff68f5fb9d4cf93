import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link } from 'wouter';
import { askForReset } from '../api/session.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { TextField } from '../ui/fields.js';
import { FormProblem, SignedOutPage } from './signed-out-page.js';
import styles from './sign-in.module.css';

function ResetForm({ ask, isBusy, error }: { ask: (name: string) => void; isBusy: boolean; error: unknown }) {
  const t = useTranslations('forgotten');
  const signIn = useTranslations('signIn');
  const [name, setName] = useState('');
  const [isTried, setTried] = useState(false);
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim()) ask(name.normalize('NFKC').trim());
      }}
    >
      <FormProblem error={error} />
      <TextField
        {...{ label: signIn('name'), hint: signIn('nameHint'), autoComplete: 'username', value: name }}
        autoCapitalize="none"
        spellCheck={false}
        error={isTried && !name.trim() && signIn('nameMissing')}
        onChange={(event) => setName(event.target.value)}
      />
      <ActionButton type="submit" wide busy={isBusy}>
        {t('submit')}
      </ActionButton>
    </form>
  );
}

/** Asks the superior unit for a new password. The answer is the same whether or not the name has an account. */
export default function ForgottenPassword() {
  const t = useTranslations('forgotten');
  const signIn = useTranslations('signIn');
  const asking = useMutation({ mutationFn: askForReset });
  return (
    <SignedOutPage
      title={asking.isSuccess ? t('askedTitle') : t('title')}
      lead={asking.isSuccess ? t('asked') : t('lead')}
    >
      {asking.isSuccess ? (
        <LinkButton href="/ma-dang-nhap">{signIn('withCode')}</LinkButton>
      ) : (
        <ResetForm ask={asking.mutate} isBusy={asking.isPending} error={asking.error} />
      )}
      <p className={styles.links}>
        <Link href="/dang-nhap">{signIn('title')}</Link>
      </p>
    </SignedOutPage>
  );
}
