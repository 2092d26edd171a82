import type { PublicOffer } from '../public-offer.rules.js';
import { eachOffer } from '../each-offer.js';
import type { Words } from '../words.js';
import type { FhirResource } from './fhir-resources.js';
import { toFhirLocation, toFhirOrganization, toHealthcareService } from './fhir.rules.js';

/** The resources of FHIR, each before what refers to it. */
export async function* fhirResources(
  pages: AsyncIterable<readonly PublicOffer[]>,
  words: Words,
): AsyncGenerator<FhirResource> {
  for await (const { offer, isNewOrganisation, newPlace } of eachOffer(pages)) {
    const { organisation } = offer;
    if (isNewOrganisation) yield toFhirOrganization(organisation, words);
    if (newPlace) yield toFhirLocation(newPlace, organisation.id);
    yield toHealthcareService(offer, words);
  }
}
