import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation } from 'wouter';
import { redeemCode } from '../api/session.js';
import { ActionButton } from '../ui/button.js';
import { PasswordField, TextField } from '../ui/fields.js';
import { homeOf } from './navigation.js';
import { FormProblem, SignedOutPage } from './signed-out-page.js';
import styles from './sign-in.module.css';

const MIN_LENGTH = 8;

/** The QR code on the sheet carries the code behind `#`, which is sent to no server. */
const codeInAddress = (): string => {
  const typed = window.location.hash.slice(1);
  try {
    return decodeURIComponent(typed);
  } catch {
    // An address that was copied in part.
    return typed;
  }
};

function RedemptionForm() {
  const t = useTranslations('redeem');
  const signIn = useTranslations('signIn');
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const [code, setCode] = useState(codeInAddress);
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const redeeming = useMutation({
    mutationFn: () => redeemCode(queries, { code, password, ...(name.trim() ? { name: name.trim() } : {}) }),
    onSuccess: (session) => navigate(homeOf(session), { replace: true }),
  });
  const isLongEnough = [...password.normalize('NFKC')].length >= MIN_LENGTH;
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (code.trim() && isLongEnough) redeeming.mutate();
      }}
    >
      <FormProblem error={redeeming.error} />
      <TextField
        label={t('code')}
        hint={t('codeHint')}
        autoComplete="one-time-code"
        autoCapitalize="characters"
        spellCheck={false}
        value={code}
        error={isTried && !code.trim() && t('codeMissing')}
        onChange={(event) => setCode(event.target.value)}
      />
      <TextField
        {...{ label: signIn('name'), hint: t('nameHint'), autoComplete: 'username', value: name }}
        autoCapitalize="none"
        spellCheck={false}
        onChange={(event) => setName(event.target.value)}
      />
      <PasswordField
        {...{ label: t('password'), hint: t('passwordHint'), autoComplete: 'new-password', value: password }}
        error={isTried && !isLongEnough && t('passwordHint')}
        onChange={(event) => setPassword(event.target.value)}
      />
      <ActionButton type="submit" wide busy={redeeming.isPending}>
        {t('submit')}
      </ActionButton>
    </form>
  );
}

/** A new password with a one-time code from the superior unit; who has no account yet gives a sign-in name as well. */
export default function RedeemCode() {
  const t = useTranslations('redeem');
  const signIn = useTranslations('signIn');
  return (
    <SignedOutPage title={t('title')} lead={t('lead')}>
      <RedemptionForm />
      <p className={styles.links}>
        <Link href="/dang-nhap">{signIn('title')}</Link>
        <Link href="/quen-mat-khau">{t('noCode')}</Link>
      </p>
    </SignedOutPage>
  );
}
