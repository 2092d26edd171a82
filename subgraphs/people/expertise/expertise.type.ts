import { Field, ObjectType } from 'type-graphql';
import type { ExpertiseRow } from './expertise.entity.js';
import { ExpertiseCode, ExpertiseLevel } from './expertise.vocabulary.js';

@ObjectType({ description: 'A subject in which a professional is at home, and how far.' })
export class Expertise {
  @Field(() => ExpertiseCode.type, { description: 'The subject.' })
  code!: ExpertiseCode;

  @Field(() => String, { description: 'The Dutch word for the subject, as screens show it.' })
  label!: string;

  @Field(() => ExpertiseLevel.type, { description: 'How far the expertise goes.' })
  level!: ExpertiseLevel;
}

export function toExpertise({ code, level }: ExpertiseRow): Expertise {
  return { code, label: ExpertiseCode.dutch[code], level };
}
