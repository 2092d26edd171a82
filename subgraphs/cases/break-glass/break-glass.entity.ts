import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Purpose } from '../../../platform/identity/purpose.js';
import type { BreakGlassReason } from './break-glass.vocabulary.js';

/** A row of `cases.break_glass`: one person who opened one restricted case for one purpose. */
@Entity({ name: 'break_glass' })
export class BreakGlassRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  caseId!: string;

  /** The one name of the user. */
  @Column({ type: 'text' })
  subject!: string;

  @Column({ type: 'text' })
  purpose!: Purpose;

  @Column({ type: 'text' })
  reason!: BreakGlassReason;

  @Column({ type: 'text' })
  explanation!: string;

  @Column({ name: 'opened_at', type: 'timestamptz' })
  openedAt!: Date;

  @Column({ name: 'ends_at', type: 'timestamptz' })
  endsAt!: Date;

  /** The last day on which the privacy officer should judge it. */
  @Column({ name: 'review_due_on', type: 'date' })
  reviewDueOn!: string;
}
