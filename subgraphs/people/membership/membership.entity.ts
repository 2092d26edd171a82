import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `people.team_membership`: one stay of one professional in one team. */
@Entity({ name: 'team_membership' })
export class MembershipRow {
  @PrimaryColumn({ name: 'team_id', type: 'uuid' })
  teamId!: string;

  @PrimaryColumn({ name: 'professional_id', type: 'uuid' })
  professionalId!: string;

  @PrimaryColumn({ name: 'from_on', type: 'date' })
  fromOn!: string;

  @Column({ name: 'to_on', type: 'date', nullable: true })
  toOn!: string | null;

  @Column({ type: 'text' })
  role!: string;

  @Column({ name: 'hours_average', type: 'numeric', nullable: true })
  hoursAverage!: number | null;
}
