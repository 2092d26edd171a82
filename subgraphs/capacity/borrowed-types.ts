import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { AgendaQuestionFields } from '../../vocabulary/agenda-question.js';
import { entityDescriptions } from '../../vocabulary/entity-descriptions.js';
import { NeedFields } from '../../vocabulary/need.js';

@ObjectType({ description: entityDescriptions.Organisation })
@Directive('@key(fields: "id")')
export class Organisation {
  @Field(() => ID, { description: 'Identifier of the organisation in the hub.' })
  id!: string;
}

@ObjectType({ description: entityDescriptions.Need })
@Directive('@external')
export class Need extends NeedFields {}

@ObjectType({ description: entityDescriptions.ResidentialChecklist })
@Directive('@key(fields: "id")')
export class ResidentialChecklist {
  @Field(() => ID, { description: 'Identifier of the checklist: that of its case.' })
  id!: string;

  @Field(() => Need, { nullable: true, description: 'The need of the case; null while it has not been described.' })
  @Directive('@external')
  need!: Need | null;
}

@ObjectType({ description: entityDescriptions.Case })
@Directive('@key(fields: "id")')
export class Case {
  @Field(() => ID, { description: 'Identifier of the case in the hub.' })
  id!: string;

  @Field(() => Need, { nullable: true, description: 'The need of the case, from which its options follow.' })
  @Directive('@external')
  need!: Need | null;
}

@ObjectType({ description: entityDescriptions.AgendaQuestion })
@Directive('@external')
export class AgendaQuestion extends AgendaQuestionFields {}

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
