import type { INestApplicationContext } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { uuidv7 } from 'uuidv7';
import { IdentityService } from '../../src/identity/identity.service.js';
import { OrganisationService } from '../../src/organisation/organisation.service.js';
import type { CourseBody, EnrolmentBody, SyncBody } from './api.js';
import type { RemoteClient } from './remote-client.js';

export const COURSE = 'giai-quyet-tranh-chap-lao-dong';
/** The scenario that the course asks for. */
export const SCENARIO = 'tranh-chap-va-dinh-cong';

/** A chair of a demo unit with a phone number to sign in with; enrolled nowhere. Password: that of the demo. */
export async function admitCadre(
  app: INestApplicationContext,
  given: { fullName: string; login: string; unitCode?: string },
): Promise<string> {
  const identity = app.get(IdentityService);
  return app.get(DataSource).transaction(async (tx) => {
    const unit = await app.get(OrganisationService).findByCode(tx, given.unitCode ?? 'CDCS-LUAVANG');
    if (!unit) throw new Error(`No unit ${given.unitCode}`);
    const { id: personId } = await identity.createPerson(tx, { fullName: given.fullName, birthDate: '1985-02-17' });
    await identity.openAccount(tx, { personId, password: 'congdoan2026', logins: [given.login] });
    await identity.giveOffice(tx, {
      personId,
      organisationId: unit.id,
      titleCode: 'uy-vien-bch',
      validFrom: '2024-01-01',
    });
    return personId;
  });
}

/** The course as its learners see it, and its lessons in order. */
export async function openCourse(client: RemoteClient): Promise<CourseBody['skillModules'][number]['lessons']> {
  const { body } = await client.get<CourseBody>(`/api/v1/courses/${COURSE}`);
  return body.skillModules.flatMap((part) => part.lessons);
}

/** The client's enrolment in the course, made when missing. */
export async function enrol(client: RemoteClient): Promise<EnrolmentBody> {
  const { body, status, text } = await client.post<EnrolmentBody>('/api/v1/enrolments', { courseSlug: COURSE });
  if (status !== 200 && status !== 201) throw new Error(`Enrolling answered ${status}: ${text}`);
  return body;
}

export interface SyncItem {
  id: string;
  kind: string;
  occurredAt: string;
  deviceId: string;
  payload: Record<string, unknown>;
}

/** One item of a device's outbox. */
export function syncItem(
  kind: string,
  payload: Record<string, unknown>,
  { at = new Date(), deviceId = 'phone' }: { at?: Date; deviceId?: string } = {},
): SyncItem {
  return { id: uuidv7(), kind, occurredAt: at.toISOString(), deviceId, payload };
}

/** Sends items. @returns each outcome, in the order of the items */
export async function sync(client: RemoteClient, items: SyncItem[]): Promise<SyncBody['results']> {
  const { body, status, text } = await client.post<SyncBody>('/api/v1/sync', { items });
  if (status !== 200) throw new Error(`Sync answered ${status}: ${text}`);
  return items.map(({ id }) => {
    const result = body.results.find((candidate) => candidate.id === id);
    if (!result) throw new Error(`Sync said nothing about ${id}`);
    return result;
  });
}
