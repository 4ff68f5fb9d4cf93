import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation, useSearch } from 'wouter';
import { ApiProblem, NoNetwork } from '../api/problem.js';
import { signIn } from '../api/session.js';
import { useLocaleChoice, type Locale } from '../i18n/locale.js';
import { ActionButton } from '../ui/button.js';
import { PasswordField, TextField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { BrandMark } from './brand.js';
import { homeOf } from './navigation.js';
import styles from './sign-in.module.css';

/** Only an address of this application; anything else could lead a person astray. */
function wantedPath(search: string): string | null {
  const path = new URLSearchParams(search).get('tiep');
  return path && /^\/(?![/\\])/.test(path) && path !== '/' ? path : null;
}

function useProblemText(): (error: unknown) => { title: string; detail: string } {
  const t = useTranslations('signIn');
  return (error) => {
    if (error instanceof NoNetwork) return { title: t('offlineTitle'), detail: t('offlineText') };
    if (error instanceof ApiProblem && error.status < 500 && error.body.title) return error.body;
    return { title: t('brokenTitle'), detail: t('brokenText') };
  };
}

function LanguageSwitch() {
  const t = useTranslations('language');
  const { locale, choose } = useLocaleChoice();
  const other: Locale = locale === 'vi' ? 'en' : 'vi';
  return (
    <button type="button" className={styles.language} lang={other} onClick={() => choose(other)}>
      {t(other)}
    </button>
  );
}

function SignInForm() {
  const t = useTranslations('signIn');
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const wanted = wantedPath(useSearch());
  const wordsFor = useProblemText();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const [isTried, setTried] = useState(false);
  const entering = useMutation({
    mutationFn: (credentials: { name: string; password: string }) => signIn(queries, credentials),
    onSuccess: (session) => navigate(wanted ?? homeOf(session), { replace: true }),
  });
  const problem = entering.isError ? wordsFor(entering.error) : null;
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
      <div role="alert">
        {problem && (
          <div className={styles.problem}>
            <p className={styles.problemTitle}>{problem.title}</p>
            <p>{problem.detail}</p>
          </div>
        )}
      </div>
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
      <p className={styles.help}>{t('forgotten')}</p>
    </form>
  );
}

export default function SignIn() {
  const t = useTranslations('signIn');
  const nav = useTranslations('nav');
  const wanted = wantedPath(useSearch());
  return (
    <div className={styles.screen}>
      <header className={styles.top}>
        <a href="/" className={styles.brand}>
          <BrandMark />
          {nav('brand')}
        </a>
        <LanguageSwitch />
      </header>
      <main className={styles.main}>
        <Page title={t('title')} lead={wanted ? t('leadBack') : t('lead')} width="reading">
          <SignInForm />
        </Page>
      </main>
      <footer className={styles.foot}>
        <a href="/xac-minh">{t('verify')}</a>
      </footer>
    </div>
  );
}
