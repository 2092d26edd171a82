import { Column, Entity, PrimaryColumn } from 'typeorm';
import type {
  AbandonReason,
  ConsultationChannel,
  ConsultationStatus,
  InterventionKind,
  ReferrerKind,
  ResultKind,
} from './consultation.vocabulary.js';

/** A row of `cases.consultation`: one child in one reporting year. */
@Entity({ name: 'consultation' })
export class ConsultationRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  /** Key of the youth region whose brokers were asked. */
  @Column({ type: 'text' })
  region!: string;

  @Column({ name: 'reporting_year', type: 'smallint' })
  reportingYear!: number;

  /** CBS code of the municipality of the child. */
  @Column({ name: 'municipality_code', type: 'text' })
  municipalityCode!: string;

  @Column({ name: 'referrer_kind', type: 'text' })
  referrerKind!: ReferrerKind;

  @Column({ name: 'referrer_organisation_id', type: 'uuid', nullable: true })
  referrerOrganisationId!: string | null;

  /** CBS code of the municipality from which the child was referred. */
  @Column({ name: 'referrer_municipality_code', type: 'text' })
  referrerMunicipalityCode!: string;

  @Column({ name: 'is_identified', type: 'boolean' })
  isIdentified!: boolean;

  @Column({ name: 'received_at', type: 'timestamptz' })
  receivedAt!: Date;

  @Column({ name: 'first_contact_at', type: 'timestamptz', nullable: true })
  firstContactAt!: Date | null;

  @Column({ type: 'text' })
  channel!: ConsultationChannel;

  @Column({ type: 'text', array: true })
  interventions!: InterventionKind[];

  @Column({ type: 'text' })
  result!: ResultKind;

  @Column({ type: 'text' })
  status!: ConsultationStatus;

  @Column({ name: 'closed_at', type: 'timestamptz', nullable: true })
  closedAt!: Date | null;

  /** Counts the changes: who changes it names the version that was read. */
  @Column({ type: 'integer' })
  version!: number;

  @Column({ name: 'abandon_reason', type: 'text', nullable: true })
  abandonReason!: AbandonReason | null;

  /** The case that it became; null while it is none. */
  @Column({ name: 'case_id', type: 'uuid', nullable: true })
  caseId!: string | null;
}
