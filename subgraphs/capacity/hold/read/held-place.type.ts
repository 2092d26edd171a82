import { Field, ObjectType } from 'type-graphql';
import type { IdempotentAnswer } from '../../../../platform/idempotency/idempotency.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import type { CapacityContext } from '../../context.js';
import { Hold, toHold } from './hold.type.js';

@ObjectType({ description: 'The answer to a step of a hold. What it tells is kept, whatever happens next.' })
export class HeldPlace extends KeyedAnswer {
  @Field(() => Hold, { nullable: true, description: 'The hold as it stands now.' })
  hold!: Hold | null;
}

@ObjectType({ description: 'The answer to several holds that were placed together.' })
export class HeldPlaces extends KeyedAnswer {
  @Field(() => [Hold], { description: 'The holds as they stand now, in the order in which they were asked.' })
  holds!: Hold[];
}

/** The hold that a step was about, as it stands after it. */
export async function heldPlace(
  { loaders }: CapacityContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<HeldPlace> {
  const row = await loaders.holds.load(answer);
  return { hold: row && toHold(row), isReplay };
}
