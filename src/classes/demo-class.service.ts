import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { CatalogueService } from '../catalogue/catalogue.service.js';
import { Clock, vietnamDate } from '../platform/clock/clock.js';
import { ClassRegistrationService } from './class-registration.service.js';
import { TrainingClass } from './entities/training-class.entity.js';
import { TrainingClassService } from './training-class.service.js';

const MINUTE_MS = 60_000;

export interface DemoClass {
  courseSlug: string;
  organiserId: string;
  lecturerIds: string[];
  learnerIds: string[];
}

/** The class of the demonstration: always one that is being held right now. */
@Injectable()
export class DemoClassService {
  constructor(
    private readonly clock: Clock,
    private readonly catalogue: CatalogueService,
    private readonly classes: TrainingClassService,
    private readonly registrations: ClassRegistrationService,
  ) {}

  /**
   * Opens the demonstration class of today, once a day: an online session earlier today and one in a room that began
   * ten minutes ago. Registers the learners who are not.
   */
  async seed(tx: EntityManager, demo: DemoClass): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('union-skills:demo-class'))`);
    const now = this.clock.now();
    const code = `DEMO-${vietnamDate(now)}`;
    const known = await tx.findOneBy(TrainingClass, { code });
    const classId = known?.id ?? (await this.open(tx, demo, { code, now }));
    for (const personId of demo.learnerIds) {
      await this.registrations.takeSeat(tx, { classId, personId, mayBeOver: true });
    }
  }

  private async open(tx: EntityManager, demo: DemoClass, { code, now }: { code: string; now: Date }): Promise<string> {
    const at = (minutes: number) => new Date(now.getTime() + minutes * MINUTE_MS);
    const { revision } = await this.catalogue.currentRevisionOf(demo.courseSlug);
    const { id } = await this.classes.create(
      tx,
      {
        code,
        name: `Lớp ${revision.title.vi.toLocaleLowerCase('vi')} – lớp minh hoạ`,
        courseSlug: demo.courseSlug,
        organiserId: demo.organiserId,
        capacity: 45,
        lecturerIds: demo.lecturerIds,
        sessions: [
          {
            title: 'Buổi 1: Nhận diện tranh chấp lao động',
            mode: 'online',
            startsAt: at(-60),
            endsAt: at(-30),
            meetingUrl: 'https://meet.example/lop-minh-hoa',
            minimumOnlinePercent: 80,
          },
          {
            title: 'Buổi 2: Thực hành hoà giải',
            mode: 'in-person',
            startsAt: at(-10),
            endsAt: at(180),
            place: 'Phòng 201, nhà A',
          },
        ],
      },
      revision.id,
    );
    return id;
  }
}
