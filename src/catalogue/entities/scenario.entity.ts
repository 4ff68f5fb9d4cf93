import { Check, Column, Entity, JoinColumn, OneToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { Bilingual } from './completion-rule.js';
import { Lesson } from './lesson.entity.js';

/** A variable of the story that the learner watches while playing, such as the members' trust. */
export interface ScenarioMeter {
  variable: string;
  label: Bilingual;
  /** Printed behind the number. */
  unit?: string;
}

/** The story of a scenario lesson. */
@Entity()
@Check('ck_scenario_pass', 'pass_percent BETWEEN 0 AND 100')
export class Scenario {
  @PrimaryColumn('uuid')
  lessonId: string;

  @OneToOne(() => Lesson, { nullable: false })
  @JoinColumn()
  lesson: Relation<Lesson>;

  /** Who the learner is in the story. */
  @Column('jsonb')
  role: Bilingual;

  /** Compiled Ink, as its runtime reads it in the browser and on the server. */
  @Column('text')
  story: string;

  /** Day 0 of the story's statutory clock. */
  @Column('date')
  startsOn: string;

  @Column('int')
  passPercent: number;

  @Column('jsonb')
  meters: ScenarioMeter[];
}
