import { Entity, PrimaryColumn } from 'typeorm';
import type { ExperienceCode } from './experience.vocabulary.js';

/** A row of `people.experience`: one thing that one professional went through. */
@Entity({ name: 'experience' })
export class ExperienceRow {
  @PrimaryColumn({ name: 'professional_id', type: 'uuid' })
  professionalId!: string;

  @PrimaryColumn({ type: 'text' })
  code!: ExperienceCode;
}
