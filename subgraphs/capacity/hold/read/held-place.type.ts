import { Field, ObjectType } from 'type-graphql';
import type { IdempotentAnswer } from '../../../../platform/idempotency/idempotency.js';
import type { CapacityContext } from '../../context.js';
import { Hold, toHold } from './hold.type.js';

@ObjectType({ description: 'The answer to a step of a hold. What it tells is kept, whatever happens next.' })
export class HeldPlace {
  @Field(() => Hold, { nullable: true, description: 'The hold as it stands now.' })
  hold!: Hold | null;

  @Field(() => Boolean, {
    description: 'Whether this is the answer of an earlier request with the same key: nothing was done now.',
  })
  isReplay!: boolean;
}

@ObjectType({ description: 'The answer to several holds that were placed together.' })
export class HeldPlaces {
  @Field(() => [Hold], { description: 'The holds as they stand now, in the order in which they were asked.' })
  holds!: Hold[];

  @Field(() => Boolean, {
    description: 'Whether this is the answer of an earlier request with the same key: nothing was done now.',
  })
  isReplay!: boolean;
}

/** The hold that a step was about, as it stands after it. */
export async function heldPlace(
  { loaders }: CapacityContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<HeldPlace> {
  const row = await loaders.holds.load(answer);
  return { hold: row && toHold(row), isReplay };
}
