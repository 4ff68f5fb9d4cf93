import { isWithin, scopeOf } from '../organisation/organisation.service.js';
import type { Actor, RoleName } from '../platform/auth/actor.js';
import type { ClassRegistration } from './entities/class-registration.entity.js';
import type { TrainingClass } from './entities/training-class.entity.js';

/** Officers who answer for the classes of their units. */
export const CLASS_OFFICERS: RoleName[] = ['school-officer', 'unit-officer', 'federation-officer', 'administrator'];
/** Officers who may open a class; the same roles hold the permission `training-class.open`. */
export const CLASS_OPENERS: RoleName[] = ['school-officer', 'federation-officer', 'administrator'];
export const ROSTER_READERS: RoleName[] = [...CLASS_OFFICERS, 'auditor'];

/** What a class and a person have to do with each other. */
export interface ClassStanding {
  classId: string;
  state: TrainingClass['state'];
  /** ltree paths of today; null once abolished. */
  organiserPath: string | null;
  hostPath: string | null;
  isLecturer: boolean;
  registration: ClassRegistration['state'] | null;
}

function isInScope(actor: Pick<Actor, 'grants'>, standing: ClassStanding, roles: RoleName[]): boolean {
  const scope = scopeOf(actor, roles);
  return [standing.organiserPath, standing.hostPath].some((path) => path !== null && isWithin(path, scope));
}

/** Lecturers of the class, and officers over its organiser or host: code, marks, registering others. */
export function mayRunClass(actor: Pick<Actor, 'grants'>, standing: ClassStanding): boolean {
  return standing.isLecturer || isInScope(actor, standing, CLASS_OFFICERS);
}

export function mayReadRoster(actor: Pick<Actor, 'grants'>, standing: ClassStanding): boolean {
  return standing.isLecturer || isInScope(actor, standing, ROSTER_READERS);
}

/** Everybody sees open classes, to register; a closed or cancelled one only who has to do with it. */
export function mayReadClass(actor: Pick<Actor, 'grants'>, standing: ClassStanding): boolean {
  const isRegistered = standing.registration !== null && standing.registration !== 'cancelled';
  return standing.state === 'open' || isRegistered || mayReadRoster(actor, standing);
}

/** Who neither teaches it nor is registered may register, while the class is open and not over. */
export function mayRegister(standing: ClassStanding, isOver: boolean): boolean {
  const isRegistered = standing.registration !== null && standing.registration !== 'cancelled';
  return standing.state === 'open' && !isOver && !isRegistered && !standing.isLecturer;
}
