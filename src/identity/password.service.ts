import { randomBytes } from 'node:crypto';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Unavailable } from '../platform/problems/problem.js';
import { PasswordTooShort } from './identity.problems.js';
import { canonicalPassword } from './login-name.rules.js';
import { Semaphore } from './semaphore.js';

/** argon2id (the library's default), 19 MiB, two passes: OWASP's first choice. About 30 ms of one core. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const AT_ONCE = 2;
/** About ten seconds of waiting. */
const LONGEST_LINE = 400;
const MIN_LENGTH = 8;

/** Hashes and compares passwords, two at a time: the other threads and the event loop stay free for everybody else. */
@Injectable()
export class PasswordService implements OnModuleInit {
  private readonly places = new Semaphore(AT_ONCE, LONGEST_LINE);
  private decoy = '';

  /** The decoy must exist before the first sign-in, or the first unknown account would take twice as long. */
  async onModuleInit(): Promise<void> {
    this.decoy = await hash(randomBytes(24), ARGON2);
  }

  /**
   * @param salt 16 bytes, only for demonstrations whose rows must come out the same each time; random otherwise
   * @returns a PHC string
   * @throws Problem password-too-short, unavailable
   */
  async hash(password: string, { salt }: { salt?: Buffer } = {}): Promise<string> {
    const canonical = canonicalPassword(password);
    if ([...canonical].length < MIN_LENGTH) throw PasswordTooShort({ minimum: MIN_LENGTH });
    return this.places.run(() => hash(canonical, salt ? { ...ARGON2, salt } : ARGON2), busy);
  }

  /**
   * Compares a password when its turn comes. Without a stored hash it does the same work on a decoy and says no, so
   * that time does not tell whether an account exists.
   * @param beforehand runs when the turn has come; what it throws spares the work
   * @throws Problem unavailable when too many wait
   */
  async verify(storedHash: string | null, password: string, beforehand: () => Promise<void>): Promise<boolean> {
    return this.places.run(async () => {
      await beforehand();
      const matches = await verify(storedHash ?? this.decoy, canonicalPassword(password));
      return matches && storedHash !== null;
    }, busy);
  }
}

function busy(): Error {
  return Unavailable(undefined, { retryAfterSeconds: 10 });
}
