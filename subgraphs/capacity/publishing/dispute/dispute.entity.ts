import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DisputeClaim } from './dispute-claim.js';

/** A row of `capacity.dispute`. */
@Entity({ name: 'dispute' })
export class DisputeRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  offerId!: string;

  @Column({ type: 'text' })
  claim!: DisputeClaim;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'disputed_at', type: 'timestamptz' })
  disputedAt!: Date;

  @Column({ name: 'disputed_by', type: 'text' })
  disputedBy!: string;

  @Column({ name: 'disputed_as', type: 'text', nullable: true })
  disputedAs!: string | null;

  @Column({ type: 'text', nullable: true })
  region!: string | null;

  @Column({ name: 'answered_at', type: 'timestamptz', nullable: true })
  answeredAt!: Date | null;
}
