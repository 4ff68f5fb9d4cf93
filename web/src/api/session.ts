import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { body, client } from './client.js';
import { forgetSession, rememberedSession, rememberSession } from './remembered-session.js';
import type { Session } from './types.js';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async (): Promise<Session> => {
    const session = await body(client.GET('/api/v1/session'));
    rememberSession(session);
    return session;
  },
  // Starts with what the device remembers and asks at once whether it still holds.
  initialData: () => rememberedSession() ?? undefined,
  initialDataUpdatedAt: 0,
  staleTime: 300_000,
});

/** Who is signed in; for screens that are shown only to a signed-in person. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  // Signing out empties the cache a moment before the screen goes; until then it is still that of the same person.
  const [atFirst] = useState(data);
  const session = data ?? atFirst;
  if (!session) throw new Error('This screen needs a signed-in person');
  return session;
}

const RECORD_READERS: Session['roles'] = ['auditor', 'unit-officer', 'federation-officer', 'administrator'];

/** Whether the server lets this person read the record of acts. */
export const mayReadRecord = ({ roles }: Session): boolean => roles.some((role) => RECORD_READERS.includes(role));

const GRADERS: Session['roles'] = ['lecturer', 'school-officer'];

/** Whether the server lets this person grade essays. */
export const mayGrade = ({ roles }: Session): boolean => roles.some((role) => GRADERS.includes(role));

const AUTHORS: Session['roles'] = ['lecturer', 'reviewer', 'school-officer'];

/** Whether the server tells this person about questions outside an attempt. */
export const mayAuthor = ({ roles }: Session): boolean => roles.some((role) => AUTHORS.includes(role));

const LAW_DESK_READERS: Session['roles'] = [...AUTHORS, 'federation-officer', 'administrator'];

/** Whether the server shows this person what changes of the law set in motion. */
export const mayReadLawDesk = ({ roles }: Session): boolean => roles.some((role) => LAW_DESK_READERS.includes(role));

const REGISTER_KEEPERS: Session['roles'] = ['unit-officer', 'federation-officer', 'administrator'];

/**
 * Whether the server lets this person enter people, decide on what they ask about their data, and take or give out lists.
 */
export const mayKeepRegister = ({ roles }: Session): boolean => roles.some((role) => REGISTER_KEEPERS.includes(role));

/** @throws ApiProblem wrong-credentials, too-many-attempts */
export async function signIn(queries: QueryClient, credentials: { name: string; password: string }): Promise<Session> {
  return enter(queries, await body(client.POST('/api/v1/session', { body: credentials })));
}

/**
 * Chooses a new password with a one-time code and signs in.
 * @throws ApiProblem code-refused, sign-in-name-needed, login-name-taken, too-many-attempts
 */
export async function redeemCode(
  queries: QueryClient,
  redemption: { code: string; password: string; name?: string },
): Promise<Session> {
  return enter(queries, await body(client.POST('/api/v1/one-time-codes/redemption', { body: redemption })));
}

/** Tells the officers above that somebody needs a new password. The answer never says whether the name has an account. */
export async function askForReset(name: string): Promise<void> {
  await body(client.POST('/api/v1/password-reset-requests', { body: { name } }));
}

function enter(queries: QueryClient, session: Session): Session {
  // Nothing of whoever was here before may be seen.
  if (rememberedSession()?.person.id !== session.person.id) queries.clear();
  rememberSession(session);
  queries.setQueryData(sessionQuery.queryKey, session);
  return session;
}

/** Ends the session on the server and forgets everything read under it. */
export async function signOut(queries: QueryClient): Promise<void> {
  await body(client.DELETE('/api/v1/session'));
  forgetSession();
  queries.clear();
}

export async function changeLanguage(queries: QueryClient, locale: Session['locale']): Promise<void> {
  const session = await body(client.PATCH('/api/v1/session', { body: { locale } }));
  rememberSession(session);
  queries.setQueryData(sessionQuery.queryKey, session);
}
