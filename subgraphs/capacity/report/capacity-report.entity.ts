import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CapacityStatus, CapacityUnit, PublishMethod } from '../availability/capacity-codes.js';

/** A row of `capacity.capacity_report`: appended, never changed but for its withdrawal. */
@Entity({ name: 'capacity_report' })
export class CapacityReportRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'offer_id', type: 'uuid' })
  offerId!: string;

  @Column({ type: 'bigint' })
  sequence!: number;

  @Column({ name: 'as_of', type: 'timestamptz' })
  asOf!: Date;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt!: Date;

  @Column({ type: 'text' })
  source!: string;

  @Column({ type: 'text' })
  method!: PublishMethod;

  @Column({ type: 'text' })
  status!: CapacityStatus;

  @Column({ type: 'integer' })
  available!: number;

  @Column({ type: 'integer' })
  maximum!: number;

  @Column({ type: 'text' })
  unit!: CapacityUnit;

  @Column({ name: 'next_available_on', type: 'date', nullable: true })
  nextAvailableOn!: string | null;

  @Column({ name: 'waitlist_count', type: 'integer', nullable: true })
  waitlistCount!: number | null;

  @Column({ name: 'wait_estimate_days', type: 'integer', nullable: true })
  waitEstimateDays!: number | null;

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;
}
