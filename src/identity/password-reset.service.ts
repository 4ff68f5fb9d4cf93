import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { Problem } from '../platform/problems/problem.js';
import { PasswordResetAsked } from './identity.events.js';
import { TooManyAttempts } from './identity.problems.js';
import { IdentityService } from './identity.service.js';
import { loginNameOf } from './login-name.rules.js';
import { SignInThrottleService, type ThrottleKeys } from './sign-in-throttle.service.js';

@Injectable()
export class PasswordResetService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly identity: IdentityService,
    private readonly throttle: SignInThrottleService,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Tells the officers nearest above the person, once a day, that a new password is needed. Does the same work for an
   * unknown name; beyond the throttle it does nothing and says nothing either.
   * @param name phone number or member code as typed
   * @param address the client's IP address
   */
  async ask(name: string, address: string): Promise<void> {
    const now = this.clock.now();
    const person = await this.identity.findPersonByLogin(this.dataSource.manager, name);
    const keys = this.keysOf(name, address);
    try {
      await this.throttle.assertOpen(keys);
      await this.dataSource.transaction(async (tx) => {
        await this.throttle.countFailure(tx, keys);
        const payload = { personId: person?.id ?? newId(), day: vietnamDate(now) };
        await this.outbox.publish(tx, PasswordResetAsked, payload);
      });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== TooManyAttempts.code) throw error;
    }
  }

  /** Keys of its own: requests for somebody's password neither close that account nor the sign-in of a whole factory. */
  private keysOf(name: string, address: string): ThrottleKeys {
    const keys = this.throttle.keysOf(`password-reset:${loginNameOf(name)?.value ?? name}`, address);
    return { ...keys, network: `reset-${keys.network}` };
  }
}
