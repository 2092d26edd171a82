import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClosureReason } from './closure-reason.js';

/** A row of `capacity.closure_revision`: what a closure said from this moment on. */
@Entity({ name: 'closure_revision' })
export class ClosureRevisionRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'closure_id', type: 'uuid' })
  closureId!: string;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ type: 'text' })
  reason!: ClosureReason;

  @Column({ name: 'expected_end_on', type: 'date', nullable: true })
  expectedEndOn!: string | null;
}
