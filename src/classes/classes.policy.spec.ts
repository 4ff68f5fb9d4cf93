import { describe, expect, it } from '@jest/globals';
import type { RoleName } from '../platform/auth/actor.js';
import { mayReadClass, mayReadRoster, mayRegister, mayRunClass, type ClassStanding } from './classes.policy.js';

const standing: ClassStanding = {
  classId: '019a0000-0000-7000-8000-000000000001',
  state: 'open',
  organiserPath: 'tld.pn.tcd',
  hostPath: null,
  isLecturer: false,
  registration: null,
};

const grant = (role: RoleName, path: string) => ({ grants: [{ role, organisationId: path, path }] });
const learner = { grants: [] };

describe('who may run a class', () => {
  it.each<[string, { grants: ReturnType<typeof grant>['grants'] }, Partial<ClassStanding>, boolean]>([
    ['its lecturer', learner, { isLecturer: true }, true],
    ['a lecturer of another class', grant('lecturer', 'tld.pn'), {}, false],
    ['an officer of the organiser', grant('school-officer', 'tld.pn.tcd'), {}, true],
    ['an officer above', grant('federation-officer', 'tld'), {}, true],
    ['an officer of a sibling', grant('school-officer', 'tld.pn.other'), {}, false],
    ['an officer whose path only begins alike', grant('school-officer', 'tld.p'), {}, false],
    ['an officer below', grant('unit-officer', 'tld.pn.tcd.khoa'), {}, false],
    ['an officer of the host', grant('school-officer', 'tld.host'), { hostPath: 'tld.host' }, true],
    ['an auditor', grant('auditor', 'tld'), {}, false],
    ['a learner', learner, { registration: 'registered' }, false],
    ['an officer above an abolished organiser', grant('federation-officer', 'tld'), { organiserPath: null }, false],
  ])('%s', (_, actor, part, expected) => {
    expect(mayRunClass(actor, { ...standing, ...part })).toBe(expected);
  });

  it('an auditor reads the roster within scope', () => {
    expect(mayReadRoster(grant('auditor', 'tld.pn'), standing)).toBe(true);
    expect(mayReadRoster(grant('auditor', 'tld.other'), standing)).toBe(false);
  });
});

describe('who may see a class', () => {
  it('everybody while it is open, later only who has to do with it', () => {
    const closed: ClassStanding = { ...standing, state: 'closed' };
    expect(mayReadClass(learner, standing)).toBe(true);
    expect(mayReadClass(learner, closed)).toBe(false);
    expect(mayReadClass(learner, { ...closed, registration: 'registered' })).toBe(true);
    expect(mayReadClass(learner, { ...closed, registration: 'cancelled' })).toBe(false);
    expect(mayReadClass(grant('school-officer', 'tld.pn'), closed)).toBe(true);
  });
});

describe('who may register', () => {
  it('who is not registered, while the class is open and not over', () => {
    expect(mayRegister(standing, false)).toBe(true);
    expect(mayRegister(standing, true)).toBe(false);
    expect(mayRegister({ ...standing, registration: 'waitlisted' }, false)).toBe(false);
    expect(mayRegister({ ...standing, registration: 'cancelled' }, false)).toBe(true);
    expect(mayRegister({ ...standing, state: 'closed' }, false)).toBe(false);
    expect(mayRegister({ ...standing, isLecturer: true }, false)).toBe(false);
  });
});
