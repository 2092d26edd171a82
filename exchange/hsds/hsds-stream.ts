import { eachOffer } from '../each-offer.js';
import type { PublicOffer } from '../public-offer.rules.js';
import type { Words } from '../words.js';
import type { TypedHsds } from './hsds-objects.js';
import { toLocation, toOrganization, toService, toServiceAtLocation, toServiceCapacity, toUnit } from './hsds.rules.js';

/** The objects of HSDS, each before what points at it. */
export async function* hsdsObjects(
  pages: AsyncIterable<readonly PublicOffer[]>,
  words: Words,
): AsyncGenerator<TypedHsds> {
  const units = new Set<string>();
  for await (const { offer, isNewOrganisation, newPlace } of eachOffer(pages)) {
    const { organisation, unit } = offer;
    if (isNewOrganisation) yield { type: 'organization', ...toOrganization(organisation, words) };
    if (!units.has(unit)) yield { type: 'unit', ...toUnit(unit, words) };
    units.add(unit);
    if (newPlace) yield { type: 'location', ...toLocation(newPlace, organisation.id) };
    yield* offerObjects(offer, words);
  }
}

function* offerObjects(offer: PublicOffer, words: Words): Generator<TypedHsds> {
  const { id, place, figure, isRetired } = offer;
  yield { type: 'service', ...toService(offer, words) };
  if (place) yield { type: 'service_at_location', ...toServiceAtLocation(id, place.id) };
  if (figure && !isRetired) yield { type: 'service_capacity', ...toServiceCapacity(offer, figure, words) };
}
