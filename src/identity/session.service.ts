import { Injectable } from '@nestjs/common';
import { DataSource, IsNull, Not, type EntityManager } from 'typeorm';
import { Authenticator, type Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import { NotFound } from '../platform/problems/problem.js';
import { newId } from '../platform/ids/new-id.js';
import { UserSession } from './entities/user-session.entity.js';
import { User } from './entities/user.entity.js';
import { WrongCredentials } from './identity.problems.js';
import { ACCOUNT_BY_LOGIN, LIVING_SESSIONS } from './identity.queries.js';
import { IdentityService, type PersonCard } from './identity.service.js';
import { loginNameOf } from './login-name.rules.js';
import { PasswordService } from './password.service.js';
import { newToken, sessionEnd, tokenHash } from './session.rules.js';
import { SignInThrottleService, type ThrottleKeys } from './sign-in-throttle.service.js';

const USER_AGENT_MAX = 300;

export interface SignInAttempt {
  /** Phone number or member code, in any of the forms people type. */
  name: string;
  password: string;
  /** The client's IP address. */
  address: string;
  userAgent?: string;
  /** The session that this browser had, perhaps of another person: it ends. */
  replaces?: string;
}

export interface SignedIn {
  /** Goes into the session cookie and nowhere else; see SessionCookieService. */
  token: string;
  actor: Actor;
}

/** A living session as its owner sees it. */
export type LivingSession = Pick<UserSession, 'id' | 'createdAt' | 'lastSeenAt' | 'userAgent'> & { current: boolean };

/** Who is signed in, in what office today, and which parts of the application are theirs. */
export interface SessionView {
  actor: Actor;
  card: PersonCard;
}

interface AccountRow {
  id: string;
  passwordHash: string;
  state: User['state'];
}

@Injectable()
export class SessionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly passwords: PasswordService,
    private readonly throttle: SignInThrottleService,
    private readonly authenticator: Authenticator,
    private readonly identity: IdentityService,
  ) {}

  /**
   * Signs a person in. Whether the account exists changes neither the answer nor the time it takes.
   * @throws Problem wrong-credentials, too-many-attempts (also for a right password while locked), unavailable
   */
  async signIn(attempt: SignInAttempt): Promise<SignedIn> {
    const login = loginNameOf(attempt.name);
    const account = login && (await this.findAccount(login.value));
    const keys = this.throttle.keysOf(account?.id ?? login?.value ?? attempt.name, attempt.address);
    await this.throttle.assertOpen(keys);
    // Asked again when its turn has come: of a burst of guesses, those after the fifth cost no hashing.
    const right = await this.passwords.verify(account?.passwordHash ?? null, attempt.password, () =>
      this.throttle.assertOpen(keys),
    );
    if (!right || !account || account.state !== 'active') {
      await this.dataSource.transaction((tx) => this.throttle.countFailure(tx, keys));
      throw WrongCredentials();
    }
    const token = await this.dataSource.transaction((tx) => this.admit(tx, { account, keys, attempt }));
    return this.resume(token);
  }

  /**
   * The actor behind a token that was just made.
   * @throws Problem wrong-credentials when the account was suspended meanwhile
   */
  async resume(token: string): Promise<SignedIn> {
    const actor = await this.authenticator.authenticate(token);
    if (!actor) throw WrongCredentials();
    return { token, actor };
  }

  private async findAccount(loginName: string): Promise<AccountRow | null> {
    const rows = await namedQuery<AccountRow>(this.dataSource, 'identity.account-by-login', ACCOUNT_BY_LOGIN, [
      loginName,
    ]);
    return rows[0] ?? null;
  }

  private async admit(
    tx: EntityManager,
    { account, keys, attempt }: { account: AccountRow; keys: ThrottleKeys; attempt: SignInAttempt },
  ): Promise<string> {
    await this.throttle.admit(tx, keys);
    if (attempt.replaces !== undefined) await this.revoke(tx, attempt.replaces);
    return this.open(tx, account.id, attempt.userAgent);
  }

  /**
   * Opens a session without asking for a password: after another proof of identity.
   * @returns the token for the cookie; only its SHA-256 is stored
   */
  async open(tx: EntityManager, userId: string, userAgent?: string): Promise<string> {
    const token = newToken();
    const now = this.clock.now();
    await tx.insert(UserSession, {
      id: newId(),
      tokenHash: tokenHash(token),
      userId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: sessionEnd(now),
      revokedAt: null,
      userAgent: userAgent?.slice(0, USER_AGENT_MAX) ?? null,
    });
    return token;
  }

  /** Ends the actor's session on this browser; the others of the same person live on. */
  async signOut(actor: Actor): Promise<void> {
    await this.dataSource.transaction((tx) => this.revoke(tx, actor.sessionId));
  }

  /** The actor's own living sessions, the last used first; at most 200. */
  async list(actor: Actor): Promise<LivingSession[]> {
    type Row = Omit<LivingSession, 'current'>;
    const rows = await this.dataSource.query<Row[]>(LIVING_SESSIONS, [actor.userId, this.clock.now()]);
    return rows.map((row) => ({ ...row, current: row.id === actor.sessionId }));
  }

  /**
   * Ends one of the actor's own sessions; one that has ended stays ended.
   * @throws Problem not-found, also for another person's session
   */
  async end(actor: Actor, id: string): Promise<void> {
    await this.dataSource.transaction(async (tx) => {
      if (!(await tx.existsBy(UserSession, { id, userId: actor.userId }))) throw NotFound();
      await this.revoke(tx, id);
    });
  }

  /** Ends all of the actor's sessions but the one that asks. */
  async endOthers({ userId, sessionId }: Actor): Promise<void> {
    const others = { userId, id: Not(sessionId), revokedAt: IsNull() };
    await this.dataSource.transaction((tx) => tx.update(UserSession, others, { revokedAt: this.clock.now() }));
  }

  /**
   * Ends every session of an account, as a new password must.
   * @param browsers the session that the asking browser had, perhaps of another person: it ends too
   */
  async endAllOf(tx: EntityManager, userId: string, browsers?: string): Promise<void> {
    await tx.update(UserSession, { userId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
    if (browsers !== undefined) await this.revoke(tx, browsers);
  }

  private async revoke(tx: EntityManager, sessionId: string): Promise<void> {
    await tx.update(UserSession, { id: sessionId, revokedAt: IsNull() }, { revokedAt: this.clock.now() });
  }

  /** The person, unit and office behind an actor, as of today. */
  async view(actor: Actor): Promise<SessionView> {
    const today = vietnamDate(this.clock.now());
    const cards = await this.identity.personCards(this.dataSource.manager, [actor.personId], today);
    const card = cards.get(actor.personId);
    if (!card) throw new Error(`Account ${actor.userId} without its person`);
    return { actor, card };
  }

  /** Changes the language that this person is addressed in, on all devices. */
  async changeLocale(actor: Actor, locale: User['locale']): Promise<SessionView> {
    await this.dataSource.transaction((tx) => tx.update(User, { id: actor.userId }, { locale }));
    return this.view({ ...actor, locale });
  }

  /** Removes what is of no use any more: sessions that ended over 30 days ago, and throttle windows that are over. */
  async sweep(): Promise<void> {
    const before = new Date(this.clock.now().getTime() - 30 * 86_400_000);
    await this.dataSource.query('DELETE FROM user_session WHERE expires_at < $1 OR revoked_at < $1', [before]);
    await this.throttle.sweep();
  }
}
