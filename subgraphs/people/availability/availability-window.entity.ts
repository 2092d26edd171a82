import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TimeWindow } from '../../../vocabulary/child.js';

/** A row of `people.availability_window`. */
@Entity({ name: 'availability_window' })
export class AvailabilityWindowRow {
  @PrimaryColumn({ name: 'professional_id', type: 'uuid' })
  professionalId!: string;

  @PrimaryColumn({ name: 'time_window', type: 'text' })
  timeWindow!: TimeWindow;

  @Column({ name: 'hours_per_week', type: 'numeric' })
  hoursPerWeek!: number;

  @PrimaryColumn({ name: 'from_on', type: 'date' })
  fromOn!: string;

  @Column({ name: 'to_on', type: 'date', nullable: true })
  toOn!: string | null;
}
