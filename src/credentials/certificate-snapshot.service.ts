import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CourseRevision } from '../catalogue/entities/course-revision.entity.js';
import { ClassesService } from '../classes/classes.service.js';
import { IdentityService } from '../identity/identity.service.js';
import { OrganisationService } from '../organisation/organisation.service.js';
import { vietnamDate } from '../platform/clock/clock.js';
import { TOP_ORGANISATION } from './credentials.queries.js';
import type { CertificateSnapshot } from './entities/certificate-snapshot.js';

/** A completed enrolment in a course that gives a certificate. */
export interface CertifiableEnrolment {
  id: string;
  personId: string;
  revisionId: string;
  completedAt: Date;
  slug: string;
  revision: number;
  courseTitle: CourseRevision['title'];
  contentHash: string;
  asOf: string;
  estimatedMinutes: number;
  certificateRule: NonNullable<CourseRevision['certificateRule']>;
  quizPercent: number | null;
}

/** Gathers every fact that a certificate prints, as it is on the day of issue. */
@Injectable()
export class CertificateSnapshotService {
  constructor(
    private readonly classes: ClassesService,
    private readonly identity: IdentityService,
    private readonly organisations: OrganisationService,
  ) {}

  /**
   * The issuer is the organiser of the class that was attended, else the confederation.
   * @throws Error when there is no organisation at all, or the person is gone
   */
  async take(
    tx: EntityManager,
    enrolment: CertifiableEnrolment,
    issuedOn: string,
  ): Promise<{ issuerId: string; snapshot: CertificateSnapshot }> {
    const attended = await this.classes.attendedClassOf(tx, enrolment.id);
    const issuerId = attended?.organiserId ?? (await topOrganisation(tx));
    const completedOn = vietnamDate(enrolment.completedAt);
    const snapshot: CertificateSnapshot = {
      kind: enrolment.certificateRule.kind,
      title: enrolment.certificateRule.title,
      holder: await this.holder(tx, enrolment.personId, completedOn),
      course: {
        slug: enrolment.slug,
        title: enrolment.courseTitle,
        revision: enrolment.revision,
        contentHash: enrolment.contentHash,
        asOf: enrolment.asOf,
        hours: Math.round((enrolment.estimatedMinutes / 60) * 10) / 10,
      },
      issuer: await this.issuer(tx, issuerId, issuedOn),
      results: { quizPercent: enrolment.quizPercent, attendancePercent: attended?.percent ?? null },
      completedOn,
      classPeriod: attended ? { code: attended.code, from: attended.from, to: attended.to } : null,
    };
    return { issuerId, snapshot };
  }

  /** The holder as on the day of completion. Names are NFC from the day they are stored; papers make sure of it. */
  private async holder(tx: EntityManager, personId: string, day: string): Promise<CertificateSnapshot['holder']> {
    const card = (await this.identity.personCards(tx, [personId], day)).get(personId);
    if (!card) throw new Error(`Person ${personId} is gone`);
    return {
      fullName: card.fullName.normalize('NFC'),
      birthDate: card.birthDate,
      unit: card.unit?.name.normalize('NFC') ?? null,
      office: card.office?.name.vi.normalize('NFC') ?? null,
    };
  }

  private async issuer(tx: EntityManager, issuerId: string, day: string): Promise<CertificateSnapshot['issuer']> {
    const issuer = (await this.organisations.describe(tx, [issuerId], day)).get(issuerId);
    if (!issuer) throw new Error(`Organisation ${issuerId} is gone`);
    const { code, name, parentId } = issuer;
    const parents = await this.organisations.describe(tx, parentId === null ? [] : [parentId], day);
    return { code, name, parentName: (parentId === null ? undefined : parents.get(parentId)?.name) ?? null };
  }
}

async function topOrganisation(tx: EntityManager): Promise<string> {
  const [top] = await tx.query<{ id: string }[]>(TOP_ORGANISATION);
  if (!top) throw new Error('There is no organisation that could issue a certificate');
  return top.id;
}
