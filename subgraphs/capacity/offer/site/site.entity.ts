import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `capacity.site`. */
@Entity({ name: 'site' })
export class SiteRow {
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'organisation_id', type: 'uuid' })
  organisationId!: string;

  @Column({ type: 'text' })
  name!: string;

  @Column({ name: 'establishment_number', type: 'text', nullable: true })
  establishmentNumber!: string | null;

  @Column({ name: 'municipality_code', type: 'text' })
  municipalityCode!: string;

  @Column({ type: 'text' })
  postcode4!: string;
}
