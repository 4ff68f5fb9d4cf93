import type { RoleName } from '../../../src/platform/auth/actor.js';
import type { Asker, Relation, Subject } from './access-world.js';
import type { QuizCourse } from '../quiz-course.js';

/** One request about a subject. `[method, address]` stand in the recipe's key. */
export interface Call {
  path?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  headers?: Record<string, string>;
}

/** What a request is made from: its subject, the subject of the asker's own unit, and the course that all take. */
export interface Place {
  subject: Subject;
  own: Subject;
  course: QuizCourse;
}

/** A rule for one way of calling an operation. */
export interface Recipe {
  /** The rule in words. */
  why: string;
  call: (place: Place) => Call;
  /** Relations to try; all unless given. */
  relations?: Relation[];
  /** Whether this asker may know of what stands in this relation; else the answer must be that for an unknown id. */
  knows: (asker: Asker, relation: Relation) => boolean;
  /** Statuses of who knows, and of who does not. */
  allowed: number[];
  refused: (asker: Asker) => number[];
  /** Names and ids that may appear in any of the asker's answers. */
  sees: (asker: Asker) => Relation[];
  /** What the answer must show to an asker who sees it: an empty list leaks nothing and proves nothing. */
  shows?: Relation[];
  /** The answer may tell about the subject that the request names. */
  discloses?: boolean;
  /** Counters of failures to forget before each request. */
  forget?: 'sign_in_throttle' | 'check_in_throttle';
}

/** A role on a unit reaches the unit and what is below it. */
export const IN_SCOPE: Relation[] = ['own', 'child'];
/** Everybody but the asker themselves. */
export const OTHERS: Relation[] = ['own', 'ancestor', 'sibling', 'child', 'foreign'];
export const OFFICERS: RoleName[] = ['school-officer', 'unit-officer', 'federation-officer', 'administrator'];
export const OFFICERS_AND_AUDITOR: RoleName[] = [...OFFICERS, 'auditor'];
/** Who may see questions outside an attempt. */
export const AUTHORS: RoleName[] = ['lecturer', 'reviewer', 'school-officer'];
export const AUDIT_READERS: RoleName[] = ['auditor', 'unit-officer', 'federation-officer', 'administrator'];
export const CHANGERS: RoleName[] = ['unit-officer', 'federation-officer', 'administrator'];
export const CLASS_OPENERS: RoleName[] = ['school-officer', 'federation-officer', 'administrator'];

const isOneOf = (roles: readonly RoleName[], asker: Asker) => roles.some((role) => role === asker);
export const unlessAnonymous = (statuses: number[]) => (asker: Asker) => (asker === 'anonymous' ? [401] : statuses);

type Given = Pick<Recipe, 'why' | 'call'> & Partial<Recipe>;

/** Whoever is signed in gets the same, and nothing in it belongs to a person or unit of the world. */
export function signedIn(given: Given): Recipe {
  return {
    relations: ['self'],
    knows: (asker) => asker !== 'anonymous',
    allowed: [200],
    refused: unlessAnonymous([]),
    sees: () => [],
    ...given,
  };
}

/** Only the person themselves: to officers, too, it is as if it were not there. */
export function ownOnly(given: Given): Recipe {
  return {
    knows: (asker, relation) => asker !== 'anonymous' && relation === 'self',
    allowed: [200],
    refused: unlessAnonymous([404]),
    sees: () => [],
    ...given,
  };
}

/**
 * These roles, within their subtree. `selfToo`: those who are themselves concerned; `callers`: roles that hold the
 * permission, when not everybody does.
 */
export function scoped(
  given: Given & { roles: RoleName[]; selfToo?: RoleName[] | 'all'; callers?: RoleName[]; hidden?: number[] },
): Recipe {
  const { roles, selfToo = [], callers, hidden = [404], ...recipe } = given;
  const mayCall = (asker: Asker) => callers === undefined || isOneOf(callers, asker);
  return {
    knows: (asker, relation) => {
      if (asker === 'anonymous') return false;
      if (relation === 'self') return selfToo === 'all' || isOneOf([...selfToo, ...roles], asker);
      return isOneOf(roles, asker) && IN_SCOPE.includes(relation);
    },
    allowed: [200],
    refused: (asker) => (asker === 'anonymous' ? [401] : mayCall(asker) ? hidden : [403]),
    sees: (asker) => (isOneOf(roles, asker) ? IN_SCOPE : []),
    ...recipe,
  };
}

/** A list of what these roles answer for; with `callers`, others are refused, else they get an empty list. */
export function scopedList(given: Given & { roles: RoleName[]; callers?: RoleName[] }): Recipe {
  return scoped({ relations: ['self'], hidden: [200], shows: IN_SCOPE, ...given });
}

export const byId = (field: keyof Subject) => (place: Place) => ({ path: { id: place.subject[field] } });
export const ofOrganisation = ({ subject }: Place) => ({ query: { organisationId: subject.unitId } });
export const OWN_LIST = 'lists what belongs to who asks, without naming anybody';
