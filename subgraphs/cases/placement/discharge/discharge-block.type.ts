import { Field, ObjectType } from 'type-graphql';
import { GraphQLLocalDate } from '../../../../vocabulary/scalars.js';
import { DischargeBlockReason } from './discharge.vocabulary.js';

/** As it stands in the row of a placement; both null where nothing stands in the way. */
export interface DischargeBlockRow {
  readonly blockReason: DischargeBlockReason | null;
  readonly blockedSinceOn: string | null;
}

@ObjectType({ description: 'That a child could leave a placement and does not (uitstroomknelpunt).' })
export class DischargeBlock {
  @Field(() => DischargeBlockReason.type, { description: 'What stands in the way.' })
  reason!: DischargeBlockReason;

  @Field(() => GraphQLLocalDate, { description: 'Since which day.' })
  sinceOn!: string;
}

/** What stands in the way as it may be shown. */
export function toDischargeBlock({ blockReason, blockedSinceOn }: DischargeBlockRow): DischargeBlock | null {
  return blockReason === null || blockedSinceOn === null ? null : { reason: blockReason, sinceOn: blockedSinceOn };
}
