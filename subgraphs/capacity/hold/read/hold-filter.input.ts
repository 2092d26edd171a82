import { Field, ID, InputType } from 'type-graphql';
import { HoldState } from '../steps/hold-state.rules.js';

@InputType({ description: 'Which holds to list; what is left out does not narrow the list.' })
export class HoldFilter {
  @Field(() => [HoldState.type], { nullable: true, description: 'Only holds that stand there now.' })
  states?: HoldState[] | null;

  @Field(() => ID, { nullable: true, description: 'Only holds of this offer.' })
  offerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'Only holds for this case.' })
  caseId?: string | null;
}
