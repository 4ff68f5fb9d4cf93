import type { Organisation } from '../../src/organisation/entities/organisation.entity.js';
import { makeToken, sixDigitsOf, slotOf } from '../../src/classes/check-in-code.rules.js';
import { ClassRegistrationService } from '../../src/classes/class-registration.service.js';
import { ClassSession } from '../../src/classes/entities/class-session.entity.js';
import { IdentityService } from '../../src/identity/identity.service.js';
import { TrainingClassService, type NewSession } from '../../src/classes/training-class.service.js';
import type { Actor } from '../../src/platform/auth/actor.js';
import type { FeatureWorld } from './feature-world.js';

const MINUTE_MS = 60_000;

/** A school, its officer, and a way to open classes and seat people. */
export class ClassRoom {
  private constructor(
    readonly world: FeatureWorld,
    readonly school: Organisation,
    readonly officer: Actor,
    readonly lecturer: Actor,
  ) {}

  static async furnish(world: FeatureWorld): Promise<ClassRoom> {
    const top = await world.found('TLD', 'Tổng Liên đoàn Lao động Việt Nam', null);
    const school = await world.found('TCD', 'Trường Trung cấp Công đoàn Phương Nam', top.id);
    const officer = world.actor(await world.admit('Phạm Thị Ngọc Diệp'), 'school-officer', school);
    const lecturer = world.actor(await world.admit('Trần Minh Khuê'));
    await world.dataSource.transaction((tx) =>
      world.get(IdentityService).grantRole(tx, {
        ...{ personId: lecturer.personId, role: 'lecturer', organisationId: school.id, validFrom: '2026-01-01' },
      }),
    );
    return new ClassRoom(world, school, officer, lecturer);
  }

  /** Minutes from the clock's present. */
  at(minutes: number): Date {
    return new Date(this.world.clock.now().getTime() + minutes * MINUTE_MS);
  }

  session(mode: NewSession['mode'], from: number, to: number): NewSession {
    return { title: `Buổi ${mode}`, mode, startsAt: this.at(from), endsAt: this.at(to), minimumOnlinePercent: 80 };
  }

  /** A class of a course of its own that asks for all of its sessions. */
  async open(
    sessions: NewSession[],
    { capacity = 30, completionRule = { attendance: { minimumPercent: 100 } } } = {},
  ): Promise<{ id: string; sessions: ClassSession[] }> {
    const title = { vi: 'Thương lượng tập thể', en: 'Collective bargaining' };
    const certificateRule = {
      kind: 'giay-chung-nhan' as const,
      title: { vi: 'Giấy chứng nhận hoàn thành khoá bồi dưỡng Thương lượng tập thể' },
      validMonths: 36,
    };
    const course = await this.world.publishCourse({ title, completionRule, certificateRule });
    const id = await this.world.get(TrainingClassService).open(this.officer, {
      name: 'Lớp thương lượng tập thể',
      courseSlug: course.slug,
      organiserId: this.school.id,
      capacity,
      lecturerIds: [this.lecturer.personId],
      sessions,
    });
    const { manager } = this.world.dataSource;
    return {
      id,
      sessions: await manager.find(ClassSession, { where: { trainingClassId: id }, order: { position: 'ASC' } }),
    };
  }

  /** A new person with a seat. */
  async seat(classId: string, fullName = 'Nguyễn Thị Bông'): Promise<Actor> {
    const actor = this.world.actor(await this.world.admit(fullName));
    await this.world.get(ClassRegistrationService).register(actor, classId);
    return actor;
  }

  /** What the screen shows at an instant, by default now. */
  shown(session: ClassSession, at = this.world.clock.now()): { token: string; sixDigits: string } {
    const slot = slotOf(at);
    return {
      token: makeToken(session.checkInSecret, session.id, slot),
      sixDigits: sixDigitsOf(session.checkInSecret, slot),
    };
  }

  /** Six digits that no fresh or neighbouring slot shows. */
  wrongDigits(session: ClassSession): string {
    const taken = new Set([-3, -2, -1, 0, 1, 2, 3].map((n) => this.shown(session, this.at(n / 3)).sixDigits));
    for (let n = 0; ; n += 1) {
      const digits = String(n).padStart(6, '0');
      if (!taken.has(digits)) return digits;
    }
  }
}
