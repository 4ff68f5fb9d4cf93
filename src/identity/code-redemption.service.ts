import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Problem } from '../platform/problems/problem.js';
import { User } from './entities/user.entity.js';
import { CodeRefused, LoginNameTaken, SignInNameNeeded } from './identity.problems.js';
import { IdentityService } from './identity.service.js';
import { OneTimeCodeService, type LivingCode } from './one-time-code.service.js';
import { prefixOf } from './one-time-code.rules.js';
import { PasswordService } from './password.service.js';
import { SessionService, type SignedIn } from './session.service.js';
import { SignInThrottleService, type ThrottleKeys } from './sign-in-throttle.service.js';

export interface Redemption {
  /** As typed: with or without its hyphen, in any case. */
  code: string;
  /** The new password. */
  password: string;
  /** Phone number or member code to sign in with from now on; needed when the person has no account yet. */
  name?: string;
  /** The client's IP address. */
  address: string;
  userAgent?: string;
  /** The session that this browser had, perhaps of another person: it ends. */
  replaces?: string;
}

@Injectable()
export class CodeRedemptionService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly codes: OneTimeCodeService,
    private readonly identity: IdentityService,
    private readonly passwords: PasswordService,
    private readonly sessions: SessionService,
    private readonly throttle: SignInThrottleService,
  ) {}

  /**
   * Uses a code up: sets the new password, opening the account when there is none, ends every session of the account
   * and begins one here.
   * @throws Problem code-refused (wrong, expired, used and revoked alike), too-many-attempts, password-too-short,
   *   sign-in-name-needed, login-name-invalid, login-name-taken, unavailable; the code is kept after all of them
   */
  async redeem(redemption: Redemption): Promise<SignedIn> {
    const keys = this.throttle.keysOf(`one-time-code:${prefixOf(redemption.code)}`, redemption.address);
    await this.throttle.assertOpen(keys);
    const code = await this.codes.findLiving(redemption.code);
    if (!code) return this.refuse(keys, CodeRefused());
    if (code.userId === null && redemption.name === undefined) throw SignInNameNeeded();
    const hash = await this.passwords.hash(redemption.password);
    try {
      const token = await this.dataSource.transaction((tx) => this.enter(tx, { code, hash, keys, redemption }));
      return await this.sessions.resume(token);
    } catch (error) {
      // Counted too: a code in hand does not let its holder find out whose telephone numbers have accounts.
      const counted = error instanceof Problem && [CodeRefused.code, LoginNameTaken.code].includes(error.code);
      if (counted) return this.refuse(keys, error);
      throw error;
    }
  }

  private async refuse(keys: ThrottleKeys, problem: Error): Promise<never> {
    await this.dataSource.transaction((tx) => this.throttle.countFailure(tx, keys));
    throw problem;
  }

  private async enter(
    tx: EntityManager,
    step: { code: LivingCode; hash: string; keys: ThrottleKeys; redemption: Redemption },
  ): Promise<string> {
    const { code, hash, keys, redemption } = step;
    await this.throttle.admit(tx, keys);
    if (!(await this.codes.useUp(tx, code))) throw CodeRefused();
    const userId = await this.setPassword(tx, { code, hash, name: redemption.name });
    await this.sessions.endAllOf(tx, userId, redemption.replaces);
    return this.sessions.open(tx, userId, redemption.userAgent);
  }

  private async setPassword(
    tx: EntityManager,
    { code, hash, name }: { code: LivingCode; hash: string; name?: string },
  ): Promise<string> {
    const { personId, userId } = code;
    if (userId === null) {
      const logins = name === undefined ? [] : [name];
      return this.identity.openAccount(tx, { personId, password: { hash }, logins, actorId: personId });
    }
    const { affected } = await tx.update(User, { id: userId, state: 'active' }, { passwordHash: hash });
    if (affected !== 1) throw CodeRefused();
    return userId;
  }
}
