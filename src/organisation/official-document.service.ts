import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { newId } from '../platform/ids/new-id.js';
import { InvalidRequest } from '../platform/problems/problem.js';
import { OfficialDocument } from './entities/official-document.entity.js';
import { DocumentKnownOtherwise } from './organisation.problems.js';

/** The decision on paper: số, ngày (YYYY-MM-DD), người ký. */
export interface DecisionDocument {
  number: string;
  issuedOn: string;
  signer: string;
}

/** The papers behind decisions, each kept once for its unit. */
@Injectable()
export class OfficialDocumentService {
  constructor(private readonly clock: Clock) {}

  /**
   * Keeps a paper. One paper may decide on several things: the same number and day is the same paper.
   * @param given.title what it decides on, for a paper that is new
   * @throws Problem document-known-otherwise; invalid-request at `/document/issuedOn` for a day to come
   */
  async keep(
    tx: EntityManager,
    given: { organisationId: string; document: DecisionDocument; title: string },
  ): Promise<string> {
    const { organisationId, document, title } = given;
    if (document.issuedOn > vietnamDate(this.clock.now())) {
      const detail = { vi: 'Ngày ký không thể sau hôm nay.', en: 'The day of signing cannot be after today.' };
      throw InvalidRequest(undefined, { errors: [{ pointer: '/document/issuedOn', detail }] });
    }
    const [number, signedBy] = [document.number.trim(), document.signer.trim()];
    const paper = { organisationId, number, signedOn: document.issuedOn };
    const row = { id: newId(), ...paper, signedBy, title, fileKey: null };
    await tx.createQueryBuilder().insert().into(OfficialDocument).values(row).orIgnore().execute();
    const kept = await tx.findOneByOrFail(OfficialDocument, paper);
    if (kept.signedBy !== signedBy) throw DocumentKnownOtherwise();
    return kept.id;
  }
}
