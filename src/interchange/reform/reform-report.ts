import type { CarriedOver } from '../../identity/office-succession.service.js';
import type { RoleName } from '../../platform/auth/actor.js';

/** A unit as a report names it. */
export interface NamedUnit {
  code: string;
  name: string;
}

/** One step of a plan that was carried out, or would be. */
export type Step =
  | { kind: 'found'; unit: NamedUnit; parent: NamedUnit }
  | { kind: 'move'; unit: NamedUnit; parent: NamedUnit }
  | { kind: 'rename'; unit: NamedUnit; name: string }
  | { kind: 'split'; unit: NamedUnit; ends: boolean; parts: SplitOff[] }
  | { kind: 'end'; unit: NamedUnit; into: NamedUnit; children: NamedUnit[]; people: MovedPeople | null };

export interface MovedPeople extends Pick<CarriedOver, 'substituted' | 'endedRoles'> {
  to: NamedUnit;
  /** Full names. */
  names: string[];
}

/** A part of a unit that was split, with what it got. */
export interface SplitOff {
  unit: NamedUnit;
  children: NamedUnit[];
  people: MovedPeople;
  members: number;
  workers: number;
}

/** What a step moved from one unit to others. */
export function movedBy(step: Step): { children: NamedUnit[]; people: MovedPeople | null }[] {
  if (step.kind === 'end') return [step];
  return step.kind === 'split' ? step.parts : [];
}

export interface NamesOf {
  person(id: string): string;
  title(code: string): string;
}

const ROLES: Record<RoleName, string> = {
  learner: 'người học',
  lecturer: 'giảng viên',
  reviewer: 'người thông qua bài giảng',
  'school-officer': 'cán bộ trường',
  'unit-officer': 'cán bộ quản lý đơn vị',
  'federation-officer': 'cán bộ liên đoàn',
  auditor: 'người kiểm tra',
  administrator: 'quản trị hệ thống',
};

const dayOf = (day: string) => day.split('-').reverse().join('/');
const named = ({ code, name }: NamedUnit) => `${code} (${name})`;

/** What moves where, in Vietnamese, a line each. */
export function reportOf(plan: { title: string; onDate: string }, steps: readonly Step[], names: NamesOf): string {
  const ends = steps.filter((step) => step.kind === 'end' || (step.kind === 'split' && step.ends));
  const moves = steps.flatMap(movedBy);
  const children = moves.reduce((sum, moved) => sum + moved.children.length, 0);
  const people = moves.reduce((sum, moved) => sum + (moved.people?.names.length ?? 0), 0);
  return [
    `Kế hoạch: ${plan.title}. Có hiệu lực từ ngày ${dayOf(plan.onDate)}.`,
    ...steps.flatMap((step) => linesOf(step, names)),
    `Tổng cộng: ${ends.length} đơn vị kết thúc, ${children} đơn vị trực thuộc và ${people} lượt người được chuyển. Không ai bị bỏ lại ngoài tổ chức.`,
  ].join('\n');
}

function linesOf(step: Step, names: NamesOf): string[] {
  switch (step.kind) {
    case 'found':
      return [`Thành lập ${named(step.unit)}, trực thuộc ${named(step.parent)}.`];
    case 'move':
      return [`Chuyển ${named(step.unit)} về trực thuộc ${named(step.parent)}.`];
    case 'rename':
      return [`Đổi tên ${named(step.unit)} thành “${step.name}”.`];
    case 'split':
      return [
        step.ends ? `Chia ${named(step.unit)}; đơn vị này kết thúc.` : `Tách từ ${named(step.unit)}.`,
        ...step.parts.flatMap(({ unit, children, people, members, workers }) => [
          `  - ${named(unit)}: ${members} đoàn viên, ${workers} người lao động, ${children.length} đơn vị trực thuộc.`,
          ...children.map((child) => `  - ${named(child)} về trực thuộc ${unit.code}.`),
          ...peopleLines(people, names),
        ]),
      ];
    case 'end':
      return [
        `Kết thúc ${named(step.unit)}, nhập vào ${named(step.into)}: ${step.children.length} đơn vị trực thuộc.`,
        ...step.children.map((child) => `  - ${named(child)} về trực thuộc ${step.into.code}.`),
        ...(step.people ? peopleLines(step.people, names) : []),
      ];
  }
}

function peopleLines({ to, names: people, substituted, endedRoles }: MovedPeople, names: NamesOf): string[] {
  return [
    ...people.map((name) => `  - ${name} về ${to.code}.`),
    ...substituted.map(
      ({ personId, titleCode, insteadCode }) =>
        `  - ${names.person(personId)}: ${names.title(titleCode)} đã có người giữ, chuyển thành ${names.title(insteadCode)}.`,
    ),
    ...endedRoles.map(
      ({ personId, role }) => `  - ${names.person(personId)}: quyền ${ROLES[role]} kết thúc, cần giao lại nếu còn cần.`,
    ),
  ];
}
