import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { IdentityService } from '../identity/identity.service.js';
import type { Actor } from '../platform/auth/actor.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { Config } from '../platform/config/config.js';
import { namedQuery } from '../platform/database/sql.js';
import { NotFound } from '../platform/problems/problem.js';
import { ObjectStorage } from '../platform/storage/object-storage.js';
import { mayReadCertificate, REGISTER_READERS } from './certificate.policy.js';
import { CertificateBeingMade } from './credentials.problems.js';
import { CERTIFICATE, OWN_CERTIFICATES, REGISTER } from './credentials.queries.js';
import { stateOn, type CertificateState } from './credentials.rules.js';
import type { Certificate } from './entities/certificate.entity.js';

const PAGE_SIZE = 50;
const RETRY_AFTER_SECONDS = 3;

type CertificateRow = Pick<
  Certificate,
  | 'id'
  | 'personId'
  | 'registerNumber'
  | 'blankSerial'
  | 'grade'
  | 'verificationCode'
  | 'snapshot'
  | 'state'
  | 'issuedOn'
  | 'expiresOn'
  | 'pdfKey'
> & {
  /** The law moved since it was earned, and the holder has not read yet how. It stays valid. */
  refreshDue: boolean;
  /** When the holder last read what had changed. */
  refreshedAt: Date | null;
};

export interface CertificateView extends Omit<CertificateRow, 'state'> {
  state: CertificateState;
  verificationUrl: string;
}

@Injectable()
export class CertificateService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly storage: ObjectStorage,
    private readonly identity: IdentityService,
  ) {}

  /** The actor's own certificates, newest first. */
  async list(actor: Actor): Promise<CertificateView[]> {
    const values = [actor.personId];
    const rows = await namedQuery<CertificateRow>(this.dataSource, 'certificate.own', OWN_CERTIFICATES, values);
    return rows.map((row) => this.view(row));
  }

  /** @throws Problem not-found, also for a certificate that the actor may not see */
  async get(actor: Actor, id: string): Promise<CertificateView> {
    const [row] = await this.dataSource.query<(CertificateRow & { issuerPath: string | null })[]>(CERTIFICATE, [id]);
    if (!row || !mayReadCertificate(actor, row)) throw NotFound();
    return this.view(row);
  }

  /**
   * The bytes of the PDF, and a name for the file.
   * @throws Problem not-found, certificate-being-made with Retry-After
   */
  async pdf(actor: Actor, id: string): Promise<{ bytes: Buffer; fileName: string }> {
    const { pdfKey, registerNumber } = await this.get(actor, id);
    if (pdfKey === null) throw CertificateBeingMade(undefined, { retryAfterSeconds: RETRY_AFTER_SECONDS });
    return { bytes: await this.storage.get(pdfKey), fileName: `${registerNumber}.pdf` };
  }

  /**
   * The register of the issuers that the actor answers for, newest first, 50 at a time.
   * @param organisationId only this unit and those below
   * @throws Problem not-found for a unit outside the scope
   */
  async register(
    actor: Actor,
    { organisationId, cursor }: { organisationId?: string; cursor?: string },
  ): Promise<{ items: CertificateView[]; nextCursor: string | null }> {
    const { manager } = this.dataSource;
    if (organisationId !== undefined) {
      await this.identity.requireInScope(manager, { actor, roles: REGISTER_READERS, organisationId });
    }
    const scope = this.identity.scopeOf(actor, REGISTER_READERS);
    const values = [scope, organisationId ?? null, cursor ?? null, PAGE_SIZE + 1];
    const rows = await manager.query<CertificateRow[]>(REGISTER, values);
    const items = rows.slice(0, PAGE_SIZE).map((row) => this.view(row));
    return { items, nextCursor: rows.length > PAGE_SIZE ? (items.at(-1)?.id ?? null) : null };
  }

  private view(row: CertificateRow): CertificateView {
    const state = stateOn(row, vietnamDate(this.clock.now()));
    return { ...row, state, verificationUrl: `${this.config.publicUrl}/xac-minh/${row.verificationCode}` };
  }
}
