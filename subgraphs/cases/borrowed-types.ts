import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { AgendaQuestionFields } from '../../vocabulary/agenda-question.js';
import { entityDescriptions } from '../../vocabulary/entity-descriptions.js';
import { LearningFactor } from '../../vocabulary/learning-factor.js';

@ObjectType({ description: entityDescriptions.Organisation })
@Directive('@key(fields: "id", resolvable: false)')
export class Organisation {
  @Field(() => ID, { description: 'Identifier of the organisation in the hub.' })
  id!: string;
}

@ObjectType({ description: entityDescriptions.Offer })
@Directive('@key(fields: "id", resolvable: false)')
export class Offer {
  @Field(() => ID, { description: 'Identifier of the offer in the hub.' })
  id!: string;
}

@ObjectType({ description: entityDescriptions.Hold })
@Directive('@key(fields: "id", resolvable: false)')
export class Hold {
  @Field(() => ID, { description: 'Identifier of the hold in the hub.' })
  id!: string;
}

@ObjectType({ description: entityDescriptions.Professional })
@Directive('@key(fields: "id", resolvable: false)')
export class Professional {
  @Field(() => ID, { description: 'Identifier of the professional in the hub.' })
  id!: string;
}

@ObjectType({ description: entityDescriptions.AgendaQuestion })
@Directive('@external')
export class AgendaQuestion extends AgendaQuestionFields {
  @Field(() => [LearningFactor.type], { description: 'What helps or hinders that the theme is about.' })
  factors!: readonly LearningFactor[];
}

@ObjectType({ description: entityDescriptions.ThemeAgendaItem })
@Directive('@key(fields: "id")')
export class ThemeAgendaItem {
  @Field(() => ID, { description: 'Stands for the theme in that region and year, by a day.' })
  id!: string;

  @Field(() => AgendaQuestion, {
    nullable: true,
    description: 'What is counted for it: by these codes the other subgraphs find the numbers.',
  })
  @Directive('@external')
  question!: AgendaQuestion | null;
}

@ObjectType({ description: entityDescriptions.Deployment })
@Directive('@key(fields: "id", resolvable: false)')
export class Deployment {
  @Field(() => ID, { description: 'Identifier of the deployment in the hub.' })
  id!: string;
}

/** What stands behind an identifier; null when there is none. */
export function borrow(id: string | null): { id: string } | null {
  return id === null ? null : { id };
}
