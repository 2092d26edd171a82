import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TeamKind } from './team.vocabulary.js';

/** A row of `people.team`. */
@Entity({ name: 'team' })
export class TeamRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'sort_name', type: 'text', insert: false, update: false })
  readonly sortName!: string;

  @Column({ type: 'text' })
  kind!: TeamKind;

  @Column({ name: 'organisation_id', type: 'uuid', nullable: true })
  organisationId!: string | null;

  @Column({ name: 'municipality_codes', type: 'text', array: true })
  municipalityCodes!: string[];

  @Column({ type: 'text', nullable: true })
  mandate!: string | null;

  @Column({ name: 'meeting_rhythm', type: 'text', nullable: true })
  meetingRhythm!: string | null;

  @Column({ name: 'max_hours_per_week', type: 'numeric', nullable: true })
  maxHoursPerWeek!: number | null;

  @Column({ name: 'valid_from_on', type: 'date' })
  validFromOn!: string;

  @Column({ name: 'valid_to_on', type: 'date', nullable: true })
  validToOn!: string | null;

  @Column({ name: 'successor_id', type: 'uuid', nullable: true })
  successorId!: string | null;

  @Column({ name: 'network_id', type: 'uuid', nullable: true })
  networkId!: string | null;
}
