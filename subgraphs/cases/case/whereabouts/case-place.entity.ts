import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `cases.case_place`: in which postcode areas the child is, kept apart since that may have to stay secret. */
@Entity({ name: 'case_place' })
export class CasePlaceRow {
  @PrimaryColumn({ name: 'case_id', type: 'uuid' })
  caseId!: string;

  @Column({ type: 'text', nullable: true })
  postcode4!: string | null;

  @Column({ name: 'near_postcode4', type: 'text', nullable: true })
  nearPostcode4!: string | null;

  @Column({ name: 'school_postcode4', type: 'text', nullable: true })
  schoolPostcode4!: string | null;
}
