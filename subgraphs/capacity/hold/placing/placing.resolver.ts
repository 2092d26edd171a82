import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { IdempotentAnswer } from '../../../../platform/idempotency/idempotency.js';
import { auditedOnce } from '../../access/audited-once.js';
import type { CapacityContext } from '../../context.js';
import { HeldPlace, heldPlace, HeldPlaces } from '../read/held-place.type.js';
import { toHold } from '../read/hold.type.js';
import { holding, type PlaceAsked } from './placing.rules.js';
import { HoldPlaceInput, HoldPlacesInput, toPlaceAsked, toPlacesAsked } from './placing.input.js';

function placeHolds(
  context: CapacityContext,
  operation: string,
  input: HoldPlaceInput | HoldPlacesInput,
  places: readonly PlaceAsked[],
): Promise<IdempotentAnswer<string[]>> {
  const change = {
    request: { operation, key: input.idempotencyKey, input },
    options: holding,
    action: 'U' as const,
    asked: { objectType: 'Case' as const, ids: places.map(({ caseId }) => caseId) },
    made: (ids: string[]) => ({ objectType: 'Hold' as const, ids }),
  };
  return auditedOnce(context, change, ({ placing }) => placing.hold(context.caller, places));
}

@Resolver()
export class PlacingResolver {
  @Mutation(() => HeldPlace, {
    nullable: true,
    description:
      'Holds a place for a case: from now on nobody else finds it free. The provider answers; without an answer the hold lapses. A lost race: null and NO_PLACE_LEFT.',
  })
  async holdPlace(
    @Arg('input', () => HoldPlaceInput, { description: 'The place.' }) input: HoldPlaceInput,
    @Ctx() context: CapacityContext,
  ): Promise<HeldPlace> {
    const place = toPlaceAsked(input);
    const { answer, isReplay } = await placeHolds(context, 'holdPlace', input, [place]);
    return heldPlace(context, { answer: answer[0] ?? '', isReplay });
  }

  @Mutation(() => HeldPlaces, {
    nullable: true,
    description:
      'Holds several places together, all or none: PLACES_NOT_HELD names the first that cannot be held, and why.',
  })
  async holdPlaces(
    @Arg('input', () => HoldPlacesInput, { description: 'The places.' }) input: HoldPlacesInput,
    @Ctx() context: CapacityContext,
  ): Promise<HeldPlaces> {
    const places = toPlacesAsked(input.places);
    const { answer, isReplay } = await placeHolds(context, 'holdPlaces', input, places);
    const rows = await context.loaders.holds.loadMany(answer);
    return { holds: rows.flatMap((row) => (row && !(row instanceof Error) ? [toHold(row)] : [])), isReplay };
  }
}
