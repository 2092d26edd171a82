import { Field, InputType, Int } from 'type-graphql';
import { SoughtFields } from '../../../../vocabulary/need.js';
import { Postcode4 } from '../../../../vocabulary/scalars.js';
import { CaseStepInput } from '../../case/steps/case-steps.input.js';

@InputType({
  description:
    'What help is sought for a case, as a whole: what is left out is not sought. Birth year, municipalities, languages and legal grounds are those of the case.',
})
export class SoughtHelpInput extends SoughtFields {
  @Field(() => Postcode4, {
    nullable: true,
    description:
      'Postcode area from which distances are measured; without it the one where the child lives. Of a restricted case its owner says it, or who opened it in an emergency; for others it stays as it is.',
  })
  nearPostcode4!: string | null;

  @Field(() => Postcode4, {
    nullable: true,
    description: 'Postcode area of the school; of a restricted case as that of the home.',
  })
  schoolPostcode4!: string | null;

  @Field(() => Int, { nullable: true, description: 'Farthest distance from home, 1 to 400 km.' })
  maxDistanceKm!: number | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Whether only offers under contract with the paying municipality count.',
  })
  contractedOnly!: boolean;
}

@InputType({ description: 'The need of a case, described for the first time or anew.' })
export class DescribeNeedInput extends CaseStepInput {
  @Field(() => SoughtHelpInput, { description: 'What help is sought.' })
  need!: SoughtHelpInput;
}
