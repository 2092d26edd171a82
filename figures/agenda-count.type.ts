import { Field, Int, ObjectType } from 'type-graphql';
import { FigureLabel } from './figure.type.js';
import { WithheldReason } from './figure.vocabulary.js';

@ObjectType({
  description: 'One count on the agenda of a theme table, for one code of the theme; several codes do not add up.',
})
export class AgendaCount extends FigureLabel {
  @Field(() => Int, {
    nullable: true,
    description: 'The count; null when withheld. Rounded to 5 for an analyst where children are counted.',
  })
  count!: number | null;

  @Field(() => WithheldReason.type, { nullable: true, description: 'Why there is no count; null when there is one.' })
  whyWithheld!: WithheldReason | null;
}
