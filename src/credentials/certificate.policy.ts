import { isWithin, scopeOf } from '../organisation/organisation.service.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';

/** Who answers for the register of an issuer; the same roles hold the permission `certificate-register.read`. */
export const REGISTER_READERS: RoleName[] = [
  'auditor',
  'school-officer',
  'unit-officer',
  'federation-officer',
  'administrator',
];

/** Its holder, and who answers for the register of its issuer. */
export function mayReadCertificate(
  actor: Pick<Actor, 'personId' | 'grants'>,
  certificate: { personId: string; issuerPath: string | null },
): boolean {
  if (certificate.personId === actor.personId) return true;
  return certificate.issuerPath !== null && isWithin(certificate.issuerPath, scopeOf(actor, REGISTER_READERS));
}
