import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Grant } from '../platform/auth/actor.js';
import { isWithin, organisationCodeOf, outermostPaths, scopeOf, treePath } from './organisation.rules.js';

const path = fc
  .array(fc.constantFrom('a', 'b', 'ab'), { minLength: 1, maxLength: 4 })
  .map((labels) => labels.join('.'));

function grant(role: Grant['role'], at: string): Grant {
  return { role, organisationId: at, path: at };
}

describe('scope', () => {
  it('holds only the subtrees of the roles asked for', () => {
    const actor = { grants: [grant('lecturer', 'r.a'), grant('school-officer', 'r.b'), grant('auditor', 'r.c')] };
    expect(scopeOf(actor, ['school-officer', 'auditor'])).toEqual(['r.b', 'r.c']);
    expect(scopeOf(actor, ['administrator'])).toEqual([]);
  });

  it('names a subtree within another one once', () => {
    const actor = { grants: [grant('auditor', 'r.a.b'), grant('auditor', 'r.a'), grant('auditor', 'r.a')] };
    expect(scopeOf(actor, ['auditor'])).toEqual(['r.a']);
  });

  it('does not take a label that only begins alike for the same unit', () => {
    expect(isWithin('r.ab', ['r.a'])).toBe(false);
    expect(isWithin('r.a.b', ['r.a'])).toBe(true);
  });

  it('keeps exactly what the grants cover when the inner ones are left out', () => {
    fc.assert(
      fc.property(fc.array(path, { maxLength: 6 }), path, (granted, asked) => {
        const outer = outermostPaths(granted);
        expect(isWithin(asked, outer)).toBe(isWithin(asked, granted));
        for (const one of outer)
          expect(
            isWithin(
              one,
              outer.filter((other) => other !== one),
            ),
          ).toBe(false);
      }),
    );
  });
});

describe('units', () => {
  it('hang below their parent by their id without dashes', () => {
    expect(treePath(null, '0190-ab')).toBe('0190ab');
    expect(treePath('0190ab', '0190-cd')).toBe('0190ab.0190cd');
  });

  it('have codes in upper case without blanks around them', () => {
    expect(organisationCodeOf(' ldld-pn ')).toBe('LDLD-PN');
    expect(organisationCodeOf('LĐLĐ')).toBeNull();
    expect(organisationCodeOf('A')).toBeNull();
  });
});
