import type { FastifyRequest } from 'fastify';

export const ROLE_NAMES = [
  'learner',
  'lecturer',
  'reviewer',
  'school-officer',
  'unit-officer',
  'federation-officer',
  'auditor',
  'administrator',
] as const;

export type RoleName = (typeof ROLE_NAMES)[number];

/** A role in force today on an organisation and everything below it. `path` is the organisation's ltree path. */
export interface Grant {
  role: RoleName;
  organisationId: string;
  path: string;
}

/** Who is asking: made from the session cookie, once per request. */
export interface Actor {
  userId: string;
  personId: string;
  sessionId: string;
  locale: 'vi' | 'en';
  grants: Grant[];
}

/** A request as the guard leaves it. */
export type RequestWithActor = FastifyRequest & { actor?: Actor };

/** Turns a session token into an actor; implemented by identity, so that the guard knows no feature. */
export abstract class Authenticator {
  /** @returns the actor, or null when the token is unknown, expired or revoked */
  abstract authenticate(token: string): Promise<Actor | null>;
}
