import type { CertificateSnapshot } from '../../credentials/entities/certificate-snapshot.js';
import { vietnamDate } from '../../platform/clock/clock.js';
import { officeOn, type Cadre } from './cadres.js';
import type { DemoScale, DemoUnit } from './federation.js';
import type { CourseFacts, Study } from './learning.js';
import { at, minutesAfter, Seeded } from './seeded.js';

export interface DemoCertificate {
  id: string;
  study: Study;
  issuer: DemoUnit;
  year: number;
  sequence: number;
  registerNumber: string;
  verificationCode: string;
  snapshot: CertificateSnapshot;
  issuedOn: string;
  expiresOn: string | null;
  createdAt: Date;
  revoked: { at: Date; reason: string; by: Cadre } | null;
}

/** What a certificate quotes and the units do not know by themselves. */
export interface Quoted {
  course: CourseFacts;
  /** Names of units by id, the confederation's too. */
  unitNames: ReadonlyMap<string, string>;
  /** Vietnamese names of titles by code. */
  titleNames: ReadonlyMap<string, string>;
}

/** Crockford's base 32, as the codes of real certificates. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const REVOKED_ONE_IN = 200;
const REASONS = [
  'Cấp nhầm người do trùng họ tên trong danh sách lớp',
  'Kiểm tra lại cho thấy học viên nhờ người khác điểm danh hộ',
  'Sai năm sinh so với hồ sơ gốc, đã có đề nghị của công đoàn cơ sở',
];

/** Certificates of all who completed, in the order of completion: so the registers have no gaps. */
export function buildCertificates(scale: DemoScale, studies: readonly Study[], quoted: Quoted): DemoCertificate[] {
  const chance = new Seeded(scale.seed, 'certificates');
  const end = at(scale.asOf, 24 * 60);
  const completed = studies.flatMap(({ completedAt, taught, ...study }) =>
    completedAt && taught ? [{ ...study, taught, completedAt }] : [],
  );
  completed.sort((a, b) => a.completedAt.getTime() - b.completedAt.getTime() || (a.id < b.id ? -1 : 1));
  const lastNumbers = new Map<string, number>();
  return completed.map((study, nth) => {
    const issuer = study.taught.organiser;
    const createdAt = new Date(study.completedAt.getTime() + 2000);
    const issuedOn = vietnamDate(createdAt);
    const year = Number(issuedOn.slice(0, 4));
    const sequence = (lastNumbers.get(`${issuer.id}:${year}`) ?? 0) + 1;
    lastNumbers.set(`${issuer.id}:${year}`, sequence);
    const revokedAt = minutesAfter(createdAt, chance.between(2 * 1440, 40 * 1440));
    const isRevoked = nth % REVOKED_ONE_IN === REVOKED_ONE_IN / 10 && revokedAt < end;
    const months = quoted.course.certificateRule?.validMonths;
    return {
      id: chance.id(study.id, createdAt),
      ...{ study, issuer, year, sequence, issuedOn, createdAt },
      registerNumber: `${issuer.code}-${year}-${String(sequence).padStart(6, '0')}`,
      verificationCode: [...chance.bytes(study.id).subarray(0, 16)].map((byte) => ALPHABET[byte % 32]).join(''),
      snapshot: snapshotOf(study, quoted),
      expiresOn: months === undefined ? null : monthsAfter(issuedOn, months),
      revoked: isRevoked ? { at: revokedAt, reason: chance.pick(REASONS), by: study.taught.officer } : null,
    };
  });
}

type Completed = Study & { taught: NonNullable<Study['taught']>; completedAt: Date };

/** As the application takes it on the day of issue. */
function snapshotOf(study: Completed, { course, unitNames, titleNames }: Quoted): CertificateSnapshot {
  const { cadre, taught, attempts, attendancePercent } = study;
  const { organiser, sessions } = taught;
  const completedOn = vietnamDate(study.completedAt);
  const office = officeOn(cadre, completedOn);
  const rule = course.certificateRule;
  if (!rule) throw new Error(`The course ${course.slug} gives no certificate`);
  return {
    ...{ kind: rule.kind, title: rule.title },
    holder: {
      ...{ fullName: cadre.fullName, birthDate: cadre.birthDate },
      ...(office ? { unit: cadre.unit.name, office: titleNames.get(office) ?? null } : { unit: null, office: null }),
    },
    course: {
      ...{ slug: course.slug, title: course.title, revision: course.revision, contentHash: course.contentHash },
      ...{ asOf: course.asOf, hours: Math.round((course.estimatedMinutes / 60) * 10) / 10 },
    },
    issuer: { code: organiser.code, name: organiser.name, parentName: unitNames.get(organiser.parentId) ?? null },
    results: { quizPercent: Math.max(...attempts.map(({ percent }) => percent)), attendancePercent },
    completedOn,
    classPeriod: {
      code: taught.code,
      from: vietnamDate(sessions[0]?.startsAt ?? taught.createdAt),
      to: vietnamDate(sessions.at(-1)?.endsAt ?? taught.createdAt),
    },
  };
}

/** The same day of a later month, or its last day. */
function monthsAfter(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0));
  last.setUTCDate(Math.min(date, last.getUTCDate()));
  return last.toISOString().slice(0, 10);
}
