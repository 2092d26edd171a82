import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `people.professional`. */
@Entity({ name: 'professional' })
export class ProfessionalRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  /** The own key of its organisation. A row that is planted without one gets one of chance. */
  @Column({ type: 'text' })
  key?: string;

  @Column({ name: 'confirmed_at', type: 'timestamptz', nullable: true })
  confirmedAt?: Date | null;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'sort_name', type: 'text', insert: false, update: false })
  readonly sortName!: string;

  @Column({ name: 'job_title', type: 'text' })
  jobTitle!: string;

  @Column({ type: 'text', nullable: true })
  register!: string | null;

  @Column({ name: 'registration_number', type: 'text', nullable: true })
  registrationNumber!: string | null;

  @Column({ name: 'is_registration_verified', type: 'boolean' })
  isRegistrationVerified!: boolean;

  @Column({ name: 'municipality_codes', type: 'text', array: true })
  municipalityCodes!: string[];

  @Column({ type: 'text', array: true })
  languages!: string[];

  @Column({ name: 'is_visible', type: 'boolean' })
  isVisible!: boolean;

  @Column({ name: 'is_active', type: 'boolean' })
  isActive!: boolean;

  @Column({ name: 'is_experience_shown', type: 'boolean' })
  isExperienceShown!: boolean;

  @Column({ name: 'left_on', type: 'date', nullable: true })
  leftOn!: string | null;
}
