import { isIPv6 } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.js';
import { TooManyVerifications } from './credentials.problems.js';

/** A school behind one address may check a whole class at once, and two more each second. */
const BURST = 240;
const PER_SECOND = 2;
/** Networks remembered at most; beyond, those that have been quiet longest are forgotten. */
const NETWORKS = 10_000;

interface Bucket {
  left: number;
  at: number;
}

/** An IPv4 address, or the /64 of an IPv6 one: a household's or a school's. */
export function networkOf(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]?.split('::') ?? [];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
}

/**
 * How often one network may verify. Kept in each process, not in the database like the limits of sign-ins: codes of 80
 * bits are not found by trying however often, so this only slows who walks through register numbers; and verifying must
 * neither write on a GET nor fail when the database cannot write. With n processes the limit is n times this one.
 */
@Injectable()
export class VerificationBudgetService {
  private readonly buckets = new Map<string, Bucket>();

  constructor(private readonly clock: Clock) {}

  /** @throws Problem too-many-verifications with Retry-After */
  spend(address: string): void {
    const network = networkOf(address);
    const now = this.clock.now().getTime();
    const known = this.buckets.get(network) ?? { left: BURST, at: now };
    const left = Math.min(BURST, known.left + (Math.max(0, now - known.at) / 1000) * PER_SECOND);
    // Deleted and set again: a Map keeps the order of insertion, so the quiet ones come first.
    this.buckets.delete(network);
    this.buckets.set(network, { left: Math.max(0, left - 1), at: now });
    if (this.buckets.size > NETWORKS) this.forgetQuietest();
    if (left < 1) throw TooManyVerifications(undefined, { retryAfterSeconds: Math.ceil((1 - left) / PER_SECOND) });
  }

  private forgetQuietest(): void {
    for (const network of this.buckets.keys()) {
      this.buckets.delete(network);
      if (this.buckets.size <= NETWORKS * 0.9) return;
    }
  }
}
