import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { Link, useLocation, useSearch } from 'wouter';
import { signIn } from '../api/session.js';
import { ActionButton } from '../ui/button.js';
import { PasswordField, TextField } from '../ui/fields.js';
import { homeOf } from './navigation.js';
import { FormProblem, SignedOutPage } from './signed-out-page.js';
import styles from './sign-in.module.css';

/** Only an address of this application; anything else could lead a person astray. */
function wantedPath(search: string): string | null {
  const path = new URLSearchParams(search).get('tiep');
  return path && /^\/(?![/\\])/.test(path) && path !== '/' ? path : null;
}

function SignInForm() {
  const t = useTranslations('signIn');
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const wanted = wantedPath(useSearch());
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const entering = useMutation({
    mutationFn: (credentials: { name: string; password: string }) => signIn(queries, credentials),
    onSuccess: (session) => navigate(wanted ?? homeOf(session), { replace: true }),
  });
  return (
    <form
      className={styles.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() && password) entering.mutate({ name: name.normalize('NFKC').trim(), password });
      }}
    >
      <FormProblem error={entering.error} />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        autoComplete="username"
        inputMode="text"
        autoCapitalize="none"
        spellCheck={false}
        value={name}
        error={isTried && !name.trim() && t('nameMissing')}
        onChange={(event) => setName(event.target.value)}
      />
      <PasswordField
        label={t('password')}
        autoComplete="current-password"
        value={password}
        error={isTried && !password && t('passwordMissing')}
        onChange={(event) => setPassword(event.target.value)}
      />
      <ActionButton type="submit" wide busy={entering.isPending}>
        {t('submit')}
      </ActionButton>
      <p className={styles.links}>
        <Link href="/quen-mat-khau">{t('forgotten')}</Link>
        <Link href="/ma-dang-nhap">{t('withCode')}</Link>
      </p>
    </form>
  );
}

export default function SignIn() {
  const t = useTranslations('signIn');
  const wanted = wantedPath(useSearch());
  return (
    <SignedOutPage title={t('title')} lead={wanted ? t('leadBack') : t('lead')}>
      <SignInForm />
    </SignedOutPage>
  );
}
