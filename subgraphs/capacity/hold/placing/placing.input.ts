import { Field, ID, InputType, Int } from 'type-graphql';
import { HubError } from '../../../../platform/errors/errors.js';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { freeText } from '../../../../platform/input/free-text.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import type { PhoneCall, PlaceAsked } from './placing.rules.js';

@InputType({ description: 'A phone call in which the provider confirmed that there is a place.' })
export class PhoneConfirmationInput {
  @Field(() => String, {
    description: 'With whom: a function or name of the staff of the provider, at most 100 characters; no BSN.',
  })
  spokenWith!: string;

  @Field(() => GraphQLDateTime, { description: 'When; not ahead.' })
  calledAt!: Date;

  @Field(() => Int, {
    nullable: true,
    description:
      'How much the provider said is free, in the unit of the offer; without it as much as is asked. Never above the size that the provider itself last gave.',
  })
  available?: number | null;
}

@InputType({ description: 'One place for one case.' })
export class PlaceInput {
  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => ID, { description: 'Identifier of the offer.' })
  offerId!: string;

  @Field(() => Int, {
    defaultValue: 1,
    description: 'How much, in the unit of the offer: places, hours a week, and so on. 1 to 100.',
  })
  quantity!: number;

  @Field(() => PhoneConfirmationInput, {
    nullable: true,
    description:
      'Needed where the figure is stale or unknown; it is recorded as a report by telephone. A figure that still holds is not changed by it.',
  })
  confirmedByPhone?: PhoneConfirmationInput | null;
}

@InputType({ description: 'A place to be held for a case.' })
export class HoldPlaceInput extends PlaceInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;
}

@InputType({
  description: 'Several places to be held together, all or none: siblings, or a home with a time-out place.',
})
export class HoldPlacesInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => [PlaceInput], { description: '1 to 20 places, each for a case of its own or the same.' })
  places!: PlaceInput[];
}

const mostPlaces = 20;
const largestQuantity = 100;
const mostAvailable = 10_000;
const longestName = 100;

/** The places of a request. Throws TOO_MANY_ROWS, BAD_USER_INPUT or CONTAINS_BSN. */
export function toPlacesAsked(places: readonly PlaceInput[]): PlaceAsked[] {
  if (places.length < 1 || places.length > mostPlaces)
    throw new HubError('TOO_MANY_ROWS', { field: 'places', limit: mostPlaces });
  return places.map((place, index) => toPlaceAsked(place, `places.${index}.`));
}

/** One place asked; `path` stands before the field that an error names. */
export function toPlaceAsked({ caseId, offerId, quantity, confirmedByPhone }: PlaceInput, path = ''): PlaceAsked {
  return {
    caseId,
    offerId,
    quantity: within(`${path}quantity`, quantity, largestQuantity),
    phone: confirmedByPhone ? toPhoneCall(confirmedByPhone, `${path}confirmedByPhone.`) : null,
  };
}

function toPhoneCall({ spokenWith, calledAt, available }: PhoneConfirmationInput, path: string): PhoneCall {
  const name = freeText(`${path}spokenWith`, spokenWith, longestName);
  if (name === null) throw new HubError('BAD_USER_INPUT', { field: `${path}spokenWith`, expected: `1–${longestName}` });
  return {
    spokenWith: name,
    calledAt,
    available: available == null ? null : within(`${path}available`, available, mostAvailable),
  };
}

function within(field: string, value: number, most: number): number {
  if (value < 1 || value > most) throw new HubError('BAD_USER_INPUT', { field, expected: `1–${most}` });
  return value;
}
