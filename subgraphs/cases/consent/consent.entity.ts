import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentParty, ConsentPurpose } from './consent.vocabulary.js';

/** A row of `cases.consent`: what somebody agreed to, until it is withdrawn or has run out. */
@Entity({ name: 'consent' })
export class ConsentRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  caseId!: string;

  @Column({ type: 'text' })
  purpose!: ConsentPurpose;

  @Column({ name: 'given_by', type: 'text' })
  by!: ConsentParty;

  @Column({ name: 'given_at', type: 'timestamptz' })
  givenAt!: Date;

  @Column({ name: 'valid_until', type: 'timestamptz', nullable: true })
  validUntil!: Date | null;

  @Column({ name: 'recorded_at', type: 'timestamptz' })
  recordedAt!: Date;

  @Column({ name: 'recorded_by_organisation_id', type: 'uuid' })
  recordedByOrganisationId!: string;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;
}
