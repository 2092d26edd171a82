import type { PublicOffer, PublicPlace } from './public-offer.rules.js';

/** An offer, with what is told of it for the first time. */
export interface ToldOffer {
  readonly offer: PublicOffer;
  readonly isNewOrganisation: boolean;
  readonly newPlace: PublicPlace | null;
}

/**
 * Offer after offer. They come by organisation, so that an organisation and its places are told once, and nothing is remembered but
 * the places of the organisation at hand.
 */
export async function* eachOffer(pages: AsyncIterable<readonly PublicOffer[]>): AsyncGenerator<ToldOffer> {
  let organisationId: string | null = null;
  let places = new Set<string>();
  for await (const page of pages) {
    for (const offer of page) {
      const { organisation, place } = offer;
      const isNewOrganisation = organisation.id !== organisationId;
      if (isNewOrganisation) {
        organisationId = organisation.id;
        places = new Set();
      }
      const newPlace = place && !places.has(place.id) ? place : null;
      if (newPlace) places.add(newPlace.id);
      yield { offer, isNewOrganisation, newPlace };
    }
  }
}
