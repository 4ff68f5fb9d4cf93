import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { namedQuery } from '../platform/database/sql.js';
import type { PrintedCertificate } from './certificate-wording.rules.js';
import { CertificateUnknown } from './credentials.problems.js';
import { VERIFY_BY_CODE, VERIFY_BY_NUMBER } from './credentials.queries.js';
import { readCertificateName, stateOn, type CertificateName, type CertificateState } from './credentials.rules.js';
import type { Certificate } from './entities/certificate.entity.js';
import { VerificationBudgetService } from './verification-budget.service.js';

/** What anybody may learn of a certificate: its state today, and what the paper prints. */
export interface Verification {
  state: CertificateState;
  certificate: PrintedCertificate;
  /** YYYY-MM-DD of the revocation. */
  revokedOn: string | null;
  /** Register number of the certificate that took its place. */
  supersededBy: string | null;
  /** The law moved since it was earned, and the holder has not read yet how. */
  refreshDue: boolean;
  /** YYYY-MM-DD on which the holder last read what had changed. */
  refreshedOn: string | null;
  /** The day (YYYY-MM-DD) on which this was looked up. */
  checkedOn: string;
}

type VerifiedRow = PrintedCertificate &
  Pick<Certificate, 'state' | 'revokedAt'> &
  Pick<Verification, 'supersededBy' | 'refreshDue'> & { refreshedAt: Date | null };

@Injectable()
export class VerificationService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly budget: VerificationBudgetService,
  ) {}

  /**
   * Looks a certificate up by verification code or register number, however typed. One statement.
   * @param address the client's IP address
   * @throws Problem certificate-unknown, too-many-verifications
   */
  async verify(typed: string, address: string): Promise<Verification> {
    this.budget.spend(address);
    const name = readCertificateName(typed);
    const row = name && (await this.find(name));
    if (!row) throw CertificateUnknown();
    const today = vietnamDate(this.clock.now());
    const { revokedAt, supersededBy, refreshDue, refreshedAt, ...certificate } = row;
    return {
      state: stateOn(row, today),
      certificate,
      revokedOn: revokedAt && vietnamDate(revokedAt),
      supersededBy,
      refreshDue,
      refreshedOn: refreshedAt && vietnamDate(refreshedAt),
      checkedOn: today,
    };
  }

  private async find(name: CertificateName): Promise<VerifiedRow | null> {
    const rows =
      name.by === 'code'
        ? await namedQuery<VerifiedRow>(this.dataSource, 'verification.by-code', VERIFY_BY_CODE, [name.code])
        : await namedQuery<VerifiedRow>(this.dataSource, 'verification.by-number', VERIFY_BY_NUMBER, [
            name.year,
            name.sequence,
            name.key,
          ]);
    return rows[0] ?? null;
  }
}
