import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useLocation } from 'wouter';
import { ApiProblem } from '../api/problem.js';
import { redeemCode } from '../api/session.js';
import { ActionButton, LinkButton } from '../ui/button.js';
import { PasswordField, TextField } from '../ui/fields.js';
import { Page } from '../ui/page.js';
import { Failure } from '../ui/states.js';
import { homeOf } from './navigation.js';
import styles from './sign-in.module.css';

const MIN_LENGTH = 8;

/** The QR code on the sheet carries the code behind `#`, which is sent to no server. */
const codeInAddress = (): string => decodeURIComponent(window.location.hash.slice(1));

/** A new password with a one-time code from the superior unit; who has no account yet gives a sign-in name as well. */
export default function RedeemCode() {
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
  const problem = redeeming.error instanceof ApiProblem && redeeming.error.status < 500 ? redeeming.error.body : null;
  const isLongEnough = [...password.normalize('NFKC')].length >= MIN_LENGTH;
  return (
    <main className={styles.main}>
      <Page title={t('title')} lead={t('lead')} width="reading">
        <form
          className={styles.form}
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            setTried(true);
            if (code.trim() && isLongEnough) redeeming.mutate();
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
          {redeeming.isError && !problem && <Failure error={redeeming.error} />}
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
            label={signIn('name')}
            hint={t('nameHint')}
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <PasswordField
            label={t('password')}
            hint={t('passwordHint')}
            autoComplete="new-password"
            value={password}
            error={isTried && !isLongEnough && t('passwordHint')}
            onChange={(event) => setPassword(event.target.value)}
          />
          <ActionButton type="submit" wide busy={redeeming.isPending}>
            {t('submit')}
          </ActionButton>
          <LinkButton href="/dang-nhap" look="plain">
            {signIn('title')}
          </LinkButton>
        </form>
      </Page>
    </main>
  );
}
