import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { isSignedOut } from '../api/problem.js';
import { forgetSession } from '../api/remembered-session.js';
import { sessionQuery } from '../api/session.js';
import { startSync } from '../api/sync.js';
import type { ItemKind } from '../offline/database.js';
import { keepStorage } from '../offline/device-store.js';
import { LinkButton } from '../ui/button.js';
import { Failure, Loading } from '../ui/states.js';
import { Routes } from './routes.js';
import { Shell } from './shell.js';
import styles from './strip.module.css';
import { UpdateBanner } from './update-banner.js';

const ForgottenPassword = lazy(() => import('./forgotten-password.js'));
const RedeemCode = lazy(() => import('./redeem-code.js'));
const SignIn = lazy(() => import('./sign-in.js'));

/** What to read anew when the server has taken things of a kind. */
const AFFECTED: Record<ItemKind, string[]> = {
  answer: [],
  'submit-attempt': ['enrolments', 'attempts', 'attempt', 'result', 'certificates', 'notifications'],
  progress: ['enrolments'],
  scenario: ['enrolments'],
  heartbeat: ['schedule'],
  'check-in': ['schedule', 'enrolments'],
};

/** Runs the sync loop of the person as long as the frame is shown. */
function useSync(personId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    void keepStorage();
    return startSync(personId, (kinds) => {
      for (const key of new Set([...kinds].flatMap((kind) => AFFECTED[kind]))) {
        void queries.invalidateQueries({ queryKey: [key] });
      }
    });
  }, [personId, queries]);
}

const signInPath = (path: string): string => `/dang-nhap?tiep=${encodeURIComponent(path)}`;

/** In the middle of a quiz nobody is sent away: the answers are on the device and wait. */
function SignInStrip() {
  const t = useTranslations('states');
  const [path] = useLocation();
  return (
    <div className={styles.strip} role="status">
      <span>{t('signInStrip')}</span>
      <LinkButton look="quiet" href={signInPath(path)}>
        {t('signIn')}
      </LinkButton>
    </div>
  );
}

function Inside({ personId, strip }: { personId: string; strip: ReactNode }) {
  useSync(personId);
  return (
    <Shell banner={<UpdateBanner />}>
      {strip}
      <Routes />
    </Shell>
  );
}

function SignedIn() {
  const session = useQuery(sessionQuery);
  const [path] = useLocation();
  const isOut = isSignedOut(session.error);
  const isInQuiz = path.startsWith('/lam-bai/');
  useEffect(() => {
    if (isOut && !isInQuiz) forgetSession();
  }, [isOut, isInQuiz]);
  if (isOut && !(isInQuiz && session.data)) return <Redirect to={signInPath(path)} replace />;
  if (session.data) return <Inside personId={session.data.person.id} strip={isOut ? <SignInStrip /> : null} />;
  return (
    <main className={styles.alone}>
      {session.isError ? (
        <Failure error={session.error} onRetry={() => void session.refetch()} />
      ) : (
        <Loading lines={6} />
      )}
    </main>
  );
}

/** Nobody gets further without signing in; who has been here before starts at once, also offline. */
export function Gate() {
  return (
    <Switch>
      <Route path="/dang-nhap">
        <Suspense fallback={null}>
          <SignIn />
        </Suspense>
      </Route>
      <Route path="/quen-mat-khau">
        <Suspense fallback={null}>
          <ForgottenPassword />
        </Suspense>
      </Route>
      <Route path="/ma-dang-nhap">
        <Suspense fallback={null}>
          <RedeemCode />
        </Suspense>
      </Route>
      <Route>
        <SignedIn />
      </Route>
    </Switch>
  );
}
