import { useTranslations } from 'use-intl';
import type { ReactNode } from 'react';
import { ApiProblem, NoNetwork } from '../api/problem.js';
import { useLocaleChoice, type Locale } from '../i18n/locale.js';
import { Page } from '../ui/page.js';
import { BrandMark } from './brand.js';
import styles from './sign-in.module.css';

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

function useProblemText(): (error: unknown) => { title: string; detail: string } {
  const t = useTranslations('signIn');
  return (error) => {
    if (error instanceof NoNetwork) return { title: t('offlineTitle'), detail: t('offlineText') };
    if (error instanceof ApiProblem && error.status < 500 && error.body.title) return error.body;
    return { title: t('brokenTitle'), detail: t('brokenText') };
  };
}

/** Says above a form what was wrong with it, read out when it appears. `error`: null while all is well. */
export function FormProblem({ error }: { error: unknown }) {
  const wordsFor = useProblemText();
  const problem = error ? wordsFor(error) : null;
  return (
    <div role="alert">
      {problem && (
        <div className={styles.problem}>
          <p className={styles.problemTitle}>{problem.title}</p>
          <p>{problem.detail}</p>
        </div>
      )}
    </div>
  );
}

/** A screen for somebody who is not signed in. */
export function SignedOutPage({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  const t = useTranslations('signIn');
  const nav = useTranslations('nav');
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
        <Page title={title} lead={lead} width="reading">
          {children}
        </Page>
      </main>
      <footer className={styles.foot}>
        <a href="/xac-minh">{t('verify')}</a>
      </footer>
    </div>
  );
}
