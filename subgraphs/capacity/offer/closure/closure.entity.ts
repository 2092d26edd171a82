import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClosureReason } from './closure-reason.js';

/** A row of `capacity.closure`. */
@Entity({ name: 'closure' })
export class ClosureRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  offerId!: string;

  @Column({ type: 'text' })
  reason!: ClosureReason;

  @Column({ name: 'closed_at', type: 'timestamptz' })
  closedAt!: Date;

  @Column({ name: 'expected_end_on', type: 'date', nullable: true })
  expectedEndOn!: string | null;

  @Column({ name: 'reopened_at', type: 'timestamptz', nullable: true })
  reopenedAt!: Date | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;
}
