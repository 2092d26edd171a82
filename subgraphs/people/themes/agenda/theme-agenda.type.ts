import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { AgendaQuestionFields } from '../../../../vocabulary/agenda-question.js';
import { entityDescriptions } from '../../../../vocabulary/entity-descriptions.js';
import { LearningFactor } from '../../../../vocabulary/learning-factor.js';
import { Theme } from '../theme.type.js';

@ObjectType({ description: entityDescriptions.AgendaQuestion })
export class AgendaQuestion extends AgendaQuestionFields {
  @Field(() => [LearningFactor.type], { description: 'What helps or hinders that the theme is about.' })
  factors!: readonly LearningFactor[];
}

@ObjectType({ description: entityDescriptions.ThemeAgendaItem })
@Directive('@key(fields: "id")')
export class ThemeAgendaItem {
  @Field(() => ID, { description: 'Stands for the theme in that region and year, by a day.' })
  id!: string;

  @Field(() => Theme, { description: 'The theme.' })
  theme!: Theme;

  @Field(() => AgendaQuestion, {
    nullable: true,
    description: 'What is counted for it: by these codes the other subgraphs find the numbers.',
  })
  question!: AgendaQuestion | null;
}
