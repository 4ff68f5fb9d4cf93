import type { Actor, RoleName } from './actor.js';

const MANAGERS: RoleName[] = ['school-officer', 'unit-officer', 'federation-officer', 'administrator'];

/** Who writes and judges content: they may see questions outside an attempt. */
const AUTHORS: RoleName[] = ['lecturer', 'reviewer', 'school-officer'];

/**
 * Which roles may call which operation at all. `signed-in`: everybody with an account; the service's policy then looks
 * at the loaded row. A route that names a permission missing here does not boot.
 */
export const PERMISSIONS = {
  'session.read': 'signed-in',
  'session.end': 'signed-in',
  'one-time-code.issue': MANAGERS,
  'personal-data.export-own': 'signed-in',
  'personal-data.request-correction': 'signed-in',
  'personal-data.decide-correction': ['unit-officer', 'federation-officer', 'administrator'],
  'person.erase': ['federation-officer', 'administrator'],
  'notification.read': 'signed-in',
  'law.read': 'signed-in',
  'law-desk.read': [...AUTHORS, 'federation-officer', 'administrator'],
  'law.amend': ['federation-officer', 'administrator', 'reviewer'],
  'question.read': AUTHORS,
  'review.read': AUTHORS,
  'review.comment': AUTHORS,
  'review.decide': ['reviewer', 'school-officer'],
  'teaching-authorisation.read': ['auditor', ...MANAGERS],
  'teaching-authorisation.read-own': 'signed-in',
  'teaching-authorisation.change': ['school-officer', 'federation-officer', 'administrator'],
  'draft.read': AUTHORS,
  'draft.write': ['lecturer'],
  'draft.publish': AUTHORS,
  'search.read': 'signed-in',
  'course.read': 'signed-in',
  'lesson.read': 'signed-in',
  'handbook.request': 'signed-in',
  'enrolment.create': 'signed-in',
  'enrolment.read': 'signed-in',
  'quiz-attempt.start': 'signed-in',
  'quiz-attempt.answer': 'signed-in',
  'quiz-attempt.read': 'signed-in',
  'essay.grade': ['lecturer', 'school-officer'],
  'training-class.read': 'signed-in',
  'training-class.register': 'signed-in',
  'training-class.open': ['school-officer', 'federation-officer', 'administrator'],
  'class-session.show-code': ['lecturer', ...MANAGERS],
  'class-session.mark-attendance': ['lecturer', ...MANAGERS],
  'training-class.read-roster': ['lecturer', 'auditor', ...MANAGERS],
  'attendance.check-in': 'signed-in',
  'certificate.read': 'signed-in',
  'certificate-register.read': ['auditor', ...MANAGERS],
  'person.read': ['auditor', ...MANAGERS],
  'person.unmask': MANAGERS,
  'person.change': ['unit-officer', 'federation-officer', 'administrator'],
  'office-title.read': 'signed-in',
  'office.change': ['unit-officer', 'federation-officer', 'administrator'],
  'role-grant.read': ['auditor', ...MANAGERS],
  'role-grant.change': MANAGERS,
  'organisation-kind.read': 'signed-in',
  'organisation.read': ['auditor', ...MANAGERS],
  'organisation.change': ['unit-officer', 'federation-officer', 'administrator'],
  'register.import': ['unit-officer', 'federation-officer', 'administrator'],
  'audit.read': ['auditor', 'unit-officer', 'federation-officer', 'administrator'],
  'sync.send': 'signed-in',
} as const satisfies Record<string, 'signed-in' | RoleName[]>;

export type Permission = keyof typeof PERMISSIONS;

export function mayCall(actor: Actor, permission: Permission): boolean {
  const needed: 'signed-in' | readonly RoleName[] = PERMISSIONS[permission];
  return needed === 'signed-in' || actor.grants.some((grant) => needed.includes(grant.role));
}
