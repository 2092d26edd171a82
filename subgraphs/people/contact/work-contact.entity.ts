import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A row of `people.work_contact`: one way to reach a professional at work. */
@Entity({ name: 'work_contact' })
export class WorkContactRow {
  @PrimaryColumn({ name: 'professional_id', type: 'uuid' })
  professionalId!: string;

  @PrimaryColumn({ type: 'text' })
  kind!: 'PHONE' | 'EMAIL';

  /** Null where only that it is not to be shown is known. */
  @Column({ type: 'text', nullable: true })
  value!: string | null;

  @Column({ name: 'is_shown', type: 'boolean' })
  isShown!: boolean;
}
