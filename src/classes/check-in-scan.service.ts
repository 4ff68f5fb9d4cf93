import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/auth/actor.js';
import { Clock } from '../platform/clock/clock.js';
import { KeyRing } from '../platform/keys/key-ring.js';
import { makeReceipt, readReceipt, type Scan } from './check-in-receipt.rules.js';
import { CheckInService, type CheckedIn } from './check-in.service.js';

/** Scans that came through a web page: seen now, signed in perhaps later. */
@Injectable()
export class CheckInScanService {
  private readonly key: Buffer;

  constructor(
    private readonly clock: Clock,
    private readonly checkIns: CheckInService,
    keys: KeyRing,
  ) {
    this.key = keys.derive('check-in-receipt');
  }

  /**
   * Acknowledges a scan of a fresh code. Writes nothing: the receipt itself proves the time for 30 minutes.
   * @throws Problem code-invalid, code-expired
   */
  async receive(scan: Scan): Promise<string> {
    await this.checkIns.describe(scan.token, { mustBeFresh: true });
    return makeReceipt(this.key, scan, this.clock.now());
  }

  /** What a token is for. @throws Problem code-invalid */
  sessionOf(token: string): Promise<{ title: string; className: string }> {
    return this.checkIns.describe(token, { mustBeFresh: false });
  }

  /**
   * Checks the actor in as of the scan that the receipt proves, else as of now.
   * @throws Problem as CheckInService.checkIn
   */
  checkIn(actor: Actor, scan: Scan, receipt: string | undefined): Promise<CheckedIn> {
    const seenAt = receipt === undefined ? null : readReceipt(this.key, scan, receipt, this.clock.now());
    return this.checkIns.checkIn(actor, { token: scan.token, deviceId: scan.device, ...(seenAt ? { seenAt } : {}) });
  }
}
