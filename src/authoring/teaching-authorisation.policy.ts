import type { RoleName } from '../platform/auth/actor.js';

/** Who says what lecturers may teach; the permission `teaching-authorisation.change` names the same. */
export const AUTHORISERS: RoleName[] = ['school-officer', 'federation-officer', 'administrator'];
/** Who is told; the permission `teaching-authorisation.read` names the same. */
export const AUTHORISATION_READERS: RoleName[] = [...AUTHORISERS, 'unit-officer', 'auditor'];
