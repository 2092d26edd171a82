import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeclineReason } from '../../../vocabulary/decline-reason.js';
import type { SharingGround } from './referral.vocabulary.js';

/** A row of `cases.referral`: a case before one provider. */
@Entity({ name: 'referral' })
export class ReferralRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'case_id', type: 'uuid' })
  caseId!: string;

  /** The provider before whom it is put. */
  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ name: 'offer_id', type: 'uuid', nullable: true })
  offerId!: string | null;

  @Column({ name: 'hold_id', type: 'uuid', nullable: true })
  holdId!: string | null;

  @Column({ type: 'text' })
  ground!: SharingGround;

  /** The consents on which it rests: when one of them ends, it lapses. */
  @Column({ name: 'consent_ids', type: 'uuid', array: true })
  consentIds!: string[];

  @Column({ name: 'made_at', type: 'timestamptz' })
  madeAt!: Date;

  @Column({ name: 'expires_at', type: 'timestamptz' })
  expiresAt!: Date;

  @Column({ name: 'withdrawn_at', type: 'timestamptz', nullable: true })
  withdrawnAt!: Date | null;

  @Column({ name: 'accepted_at', type: 'timestamptz', nullable: true })
  acceptedAt!: Date | null;

  @Column({ name: 'declined_at', type: 'timestamptz', nullable: true })
  declinedAt!: Date | null;

  @Column({ name: 'decline_reason', type: 'text', nullable: true })
  declineReason!: DeclineReason | null;
}

/** A row of `cases.pseudonym`: what one provider calls a case. */
@Entity({ name: 'pseudonym' })
export class PseudonymRow {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId!: string;

  @PrimaryColumn({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ type: 'text' })
  pseudonym!: string;
}
