import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Characteristic, PlaceFeature, Sex, TimeWindow } from '../../../vocabulary/child.js';
import type { LadderRung } from '../../../vocabulary/ladder.js';

/** A row of `cases.need`: what is sought for one case, beside what the case itself says of the child. */
@Entity({ name: 'need' })
export class NeedRow {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId!: string;

  @Column({ type: 'text', array: true })
  rungs!: LadderRung[];

  @Column({ name: 'heaviest_rung', type: 'text', nullable: true })
  heaviestRung!: LadderRung | null;

  @Column({ type: 'text', nullable: true })
  sex!: Sex | null;

  @Column({ name: 'start_by_on', type: 'date', nullable: true })
  startByOn!: string | null;

  @Column({ name: 'duration_weeks', type: 'smallint', nullable: true })
  durationWeeks!: number | null;

  @Column({ name: 'hours_per_week', type: 'numeric', nullable: true })
  hoursPerWeek!: number | null;

  @Column({ name: 'time_windows', type: 'text', array: true })
  timeWindows!: TimeWindow[];

  @Column({ name: 'children_together', type: 'smallint' })
  childrenTogether!: number;

  @Column({ name: 'max_distance_km', type: 'smallint', nullable: true })
  maxDistanceKm!: number | null;

  @Column({ type: 'text', array: true })
  characteristics!: Characteristic[];

  @Column({ name: 'place_features', type: 'text', array: true })
  placeFeatures!: PlaceFeature[];

  @Column({ name: 'is_contracted_only', type: 'boolean' })
  contractedOnly!: boolean;

  @Column({ name: 'is_crisis', type: 'boolean' })
  isCrisis!: boolean;
}
