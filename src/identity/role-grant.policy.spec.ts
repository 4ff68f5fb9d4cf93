import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { ROLE_NAMES, type Grant, type RoleName } from '../platform/auth/actor.js';
import { GRANTERS, isAtLeast, mayGrant } from './role-grant.policy.js';

const roles = fc.constantFrom(...ROLE_NAMES);
const paths = fc
  .array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 4 })
  .map((labels) => labels.join('.'));
const grants: fc.Arbitrary<Grant> = fc
  .record({ role: roles, path: paths })
  .map((g) => ({ ...g, organisationId: g.path }));
const grant = (role: RoleName, path: string): Grant => ({ role, path, organisationId: path });

describe('who may grant which role where', () => {
  it('is an officer with that role or a stronger one, on the unit or above it', () => {
    const officer = [grant('unit-officer', 'a.b')];
    for (const role of ['learner', 'lecturer', 'reviewer', 'unit-officer'] as const) {
      expect(mayGrant(officer, { role, path: 'a.b' })).toBe(true);
      expect(mayGrant(officer, { role, path: 'a.b.c' })).toBe(true);
      expect(mayGrant(officer, { role, path: 'a' })).toBe(false);
      expect(mayGrant(officer, { role, path: 'a.bc' })).toBe(false);
    }
    for (const role of ['school-officer', 'auditor', 'federation-officer', 'administrator'] as const)
      expect(mayGrant(officer, { role, path: 'a.b' })).toBe(false);
    expect(mayGrant([grant('federation-officer', 'a')], { role: 'auditor', path: 'a.b' })).toBe(false);
    expect(mayGrant([grant('administrator', 'a')], { role: 'administrator', path: 'a' })).toBe(true);
    for (const role of ['learner', 'lecturer', 'reviewer', 'auditor'] as const)
      expect(mayGrant([grant(role, 'a')], { role, path: 'a' })).toBe(false);
  });

  it('never leaves one’s own subtree, and never reaches a stronger role', () => {
    fc.assert(
      fc.property(fc.array(grants), grants, (own, wished) => {
        if (!mayGrant(own, wished)) return;
        const holds = own.filter(({ role }) => GRANTERS.includes(role) && isAtLeast(role, wished.role));
        expect(holds.some(({ path }) => wished.path === path || wished.path.startsWith(`${path}.`))).toBe(true);
      }),
    );
  });

  it('does not grow when roles are handed on: what a grantee may grant, the granter may', () => {
    fc.assert(
      fc.property(fc.array(grants, { maxLength: 3 }), grants, grants, (own, given, next) => {
        if (mayGrant(own, given) && mayGrant([given], next)) expect(mayGrant(own, next)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never shrinks with another role, and the order of roles is one', () => {
    fc.assert(
      fc.property(fc.array(grants), grants, grants, (own, more, wished) => {
        if (mayGrant(own, wished)) expect(mayGrant([...own, more], wished)).toBe(true);
      }),
    );
    fc.assert(
      fc.property(roles, roles, roles, (a, b, c) => {
        expect(isAtLeast(a, a)).toBe(true);
        if (isAtLeast(a, b) && isAtLeast(b, a)) expect(a).toBe(b);
        if (isAtLeast(a, b) && isAtLeast(b, c)) expect(isAtLeast(a, c)).toBe(true);
      }),
    );
  });
});
