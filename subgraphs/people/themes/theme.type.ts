import { Field, ObjectType } from 'type-graphql';
import { AgeBand } from '../../../vocabulary/age-band.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { LearningFactor } from '../../../vocabulary/learning-factor.js';

@ObjectType({
  description: 'A theme that a region goes deeper into at its theme table (thematafel), as the region keeps it.',
})
export class Theme {
  @Field(() => String, { description: 'Key of the youth region that keeps it.' })
  region!: string;

  @Field(() => String, { description: 'Code of the theme within the region, such as FOSTER_FAMILIES.' })
  code!: string;

  @Field(() => String, { description: 'What it is about, in Dutch.' })
  title!: string;

  @Field(() => [LadderRung.type], { description: 'The rungs of help that it is about; an empty list for none.' })
  rungs!: readonly LadderRung[];

  @Field(() => [AgeBand.type], { description: 'The ages that it is about; an empty list for none in particular.' })
  ageBands!: readonly AgeBand[];

  @Field(() => [LearningFactor.type], { description: 'What helps or hinders that it is about; may be empty.' })
  factors!: readonly LearningFactor[];

  @Field(() => String, {
    nullable: true,
    description: 'The document that it is drawn from; null for what no document says.',
  })
  source!: string | null;
}
