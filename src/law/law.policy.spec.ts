import { describe, expect, it } from '@jest/globals';
import type { RoleName } from '../platform/auth/actor.js';
import { mayAmend } from './law.policy.js';

describe('mayAmend', () => {
  it.each<[RoleName, string, boolean]>([
    ['federation-officer', 'goc.tinh', true],
    ['administrator', 'goc', true],
    ['reviewer', 'goc', true],
    ['reviewer', 'goc.truong', false],
    ['lecturer', 'goc', false],
    ['school-officer', 'goc', false],
  ])('%s on %s: %s', (role, path, may) => {
    expect(mayAmend({ grants: [{ role, organisationId: 'x', path }] })).toBe(may);
  });
});
