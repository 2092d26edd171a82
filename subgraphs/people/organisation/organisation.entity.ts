import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind } from './organisation.vocabulary.js';

/** A row of `people.organisation`. */
@Entity({ name: 'organisation' })
export class OrganisationRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ type: 'text' })
  key!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'sort_name', type: 'text', insert: false, update: false })
  readonly sortName!: string;

  @Column({ type: 'text' })
  kind!: OrganisationKind;

  @Column({ type: 'text', nullable: true })
  kvk!: string | null;

  @Column({ type: 'text', array: true })
  agb!: string[];

  @Column({ type: 'text', nullable: true })
  oin!: string | null;

  @Column({ name: 'municipality_codes', type: 'text', array: true })
  municipalityCodes!: string[];

  @Column({ type: 'text', nullable: true })
  phone!: string | null;

  @Column({ type: 'text', nullable: true })
  email!: string | null;

  @Column({ type: 'text', nullable: true })
  website!: string | null;

  @Column({ name: 'intake_phone', type: 'text', nullable: true })
  intakePhone?: string | null;

  @Column({ name: 'intake_email', type: 'text', nullable: true })
  intakeEmail?: string | null;

  @Column({ name: 'intake_confirmed_at', type: 'timestamptz', nullable: true })
  intakeConfirmedAt?: Date | null;

  @Column({ name: 'contracted_until_on', type: 'date', nullable: true })
  contractedUntilOn!: string | null;
}
