import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../platform/auth/actor.js';
import { Clock } from '../../platform/clock/clock.js';
import type { Text } from '../../platform/problems/problem.js';
import { PERSONAL_DATA } from './personal-data.parts.js';

/** Everything kept about one person, by kind; `rows` as people read them: names and codes, no internal ids. */
export interface PersonalData {
  exportedAt: Date;
  parts: Record<string, { purpose: Text; rows: object[] }>;
}

@Injectable()
export class PersonalDataService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** What is kept about the actor, all of one instant. Nobody can ask for another person's. */
  async exportOwn(actor: Actor): Promise<PersonalData> {
    const exportedAt = this.clock.now();
    const parts = await this.dataSource.transaction('REPEATABLE READ', async (tx) => {
      const read: PersonalData['parts'] = {};
      for (const [name, { purpose, sql }] of Object.entries(PERSONAL_DATA)) {
        read[name] = { purpose, rows: await tx.query<object[]>(sql, [actor.personId]) };
      }
      return read;
    });
    return { exportedAt, parts };
  }
}
