import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Enrolment } from '../enrolment/entities/enrolment.entity.js';
import { NotificationService } from '../notification/notification.service.js';
import { AuditService } from '../platform/audit/audit.service.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { Outbox } from '../platform/jobs/outbox.js';
import { CertificateSnapshotService, type CertifiableEnrolment } from './certificate-snapshot.service.js';
import { LOCK_ENROLMENT, NEXT_NUMBER } from './credentials.queries.js';
import { addMonths, newVerificationCode, registerNumberOf } from './credentials.rules.js';
import { Certificate } from './entities/certificate.entity.js';

/** The job that draws the PDF of a certificate. */
export const DRAW_CERTIFICATE = 'credentials.draw-certificate';

type EnrolmentRow = Omit<CertifiableEnrolment, 'completedAt' | 'certificateRule'> & {
  state: Enrolment['state'];
  completedAt: Date | null;
  certificateRule: CertifiableEnrolment['certificateRule'] | null;
};

@Injectable()
export class CertificateIssueService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly snapshots: CertificateSnapshotService,
    private readonly notifications: NotificationService,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
  ) {}

  /**
   * Issues the certificate of a completed enrolment: register number, snapshot, message, and the request to draw it, all
   * or nothing. However often it is called, also at once, there is one certificate and one number.
   * @returns the id of the new certificate; null when it was issued before or the course gives none
   */
  async issue(enrolmentId: string): Promise<string | null> {
    return this.dataSource.transaction(async (tx) => {
      const [row] = await tx.query<EnrolmentRow[]>(LOCK_ENROLMENT, [enrolmentId]);
      const { completedAt, certificateRule } = row ?? {};
      if (!row || row.state !== 'completed' || !completedAt || !certificateRule) return null;
      if (await tx.existsBy(Certificate, { enrolmentId })) return null;
      return this.enter(tx, { ...row, completedAt, certificateRule });
    });
  }

  private async enter(tx: EntityManager, enrolment: CertifiableEnrolment): Promise<string> {
    const now = this.clock.now();
    const issuedOn = vietnamDate(now);
    const { issuerId, snapshot } = await this.snapshots.take(tx, enrolment, issuedOn);
    const registerYear = Number(issuedOn.slice(0, 4));
    const { validMonths } = enrolment.certificateRule;
    // Taken last: every certificate of this issuer waits for the number's lock.
    const [next] = await tx.query<{ number: number }[]>(NEXT_NUMBER, [issuerId, registerYear]);
    const registerSequence = next?.number ?? 1;
    const registerNumber = registerNumberOf(snapshot.issuer.code, registerYear, registerSequence);
    const id = newId();
    await tx.insert(Certificate, {
      id,
      enrolmentId: enrolment.id,
      personId: enrolment.personId,
      revisionId: enrolment.revisionId,
      issuerId,
      registerYear,
      registerSequence,
      registerNumber,
      verificationCode: newVerificationCode(),
      snapshot: snapshot as object,
      state: 'valid',
      issuedOn,
      expiresOn: validMonths === undefined ? null : addMonths(issuedOn, validMonths),
      createdAt: now,
    });
    await this.outbox.enqueue(tx, DRAW_CERTIFICATE, { certificateId: id });
    await this.notifications.tell(tx, {
      personId: enrolment.personId,
      dedupeKey: `certificate-issued:${id}`,
      kind: 'certificate-issued',
      params: { course: snapshot.course.title.vi, registerNumber },
      link: `/chung-chi/${id}`,
    });
    await this.audit.record(tx, {
      action: 'credentials.issue-certificate',
      actorId: null,
      subjectKind: 'certificate',
      subjectId: id,
      organisationId: issuerId,
      details: { registerNumber, enrolmentId: enrolment.id },
    });
    return id;
  }
}
