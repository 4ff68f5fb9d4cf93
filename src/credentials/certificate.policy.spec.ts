import { describe, expect, it } from '@jest/globals';
import type { RoleName } from '../platform/auth/actor.js';
import { mayReadCertificate } from './certificate.policy.js';

const holder = '019a0000-0000-7000-8000-000000000001';
const other = '019a0000-0000-7000-8000-000000000002';
const actor = (personId: string, role?: RoleName, path = '') => ({
  personId,
  grants: role ? [{ role, organisationId: path, path }] : [],
});

describe('who may read a certificate', () => {
  const certificate = { personId: holder, issuerPath: 'tld.pn.tcd' };

  it.each([
    ['its holder', actor(holder), true],
    ['another learner', actor(other), false],
    ['an officer of the issuer', actor(other, 'school-officer', 'tld.pn.tcd'), true],
    ['an officer above the issuer', actor(other, 'federation-officer', 'tld.pn'), true],
    ['an auditor above the issuer', actor(other, 'auditor', 'tld'), true],
    ['an officer of a sibling', actor(other, 'school-officer', 'tld.pn.xyz'), false],
    ['a lecturer above the issuer', actor(other, 'lecturer', 'tld'), false],
  ])('%s', (_, who, expected) => expect(mayReadCertificate(who, certificate)).toBe(expected));

  it('of an abolished issuer only its holder', () => {
    const orphan = { personId: holder, issuerPath: null };
    expect(mayReadCertificate(actor(holder), orphan)).toBe(true);
    expect(mayReadCertificate(actor(other, 'administrator', 'tld'), orphan)).toBe(false);
  });
});
