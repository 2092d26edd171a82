import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `people.work_contact`: one way to reach a professional at work. */
@Entity({ name: 'work_contact' })
export class WorkContactRow {
  @PrimaryColumn({ name: 'professional_id', type: 'uuid' })
  professionalId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: 'PHONE' | 'EMAIL';

  @Column({ type: 'text' })
  value!: string;

  @Column({ name: 'is_shown', type: 'boolean' })
  isShown!: boolean;
}
