import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ExpertiseCode, ExpertiseLevel } from './expertise.vocabulary.js';

/** A row of `people.expertise`: one subject of one professional. */
@Entity({ name: 'expertise' })
export class ExpertiseRow {
  @PrimaryColumn({ name: 'professional_id', type: 'uuid' })
  professionalId!: string;

  @PrimaryColumn({ type: 'text' })
  code!: ExpertiseCode;

  @Column({ type: 'text' })
  level!: ExpertiseLevel;
}
