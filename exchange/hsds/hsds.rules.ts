import { exchangeTaxonomies } from '../../vocabulary/codes/exchange-terms.js';
import type { OrganisationNode } from '../export-offers.js';
import type { PublicFigure, PublicOffer, PublicPlace } from '../public-offer.rules.js';
import { eligibilityText, figureText } from '../sentences.rules.js';
import { stableId } from '../stable-id.js';
import { withoutEmpty } from '../without-empty.js';
import type { Words } from '../words.js';
import { locationAttributes, serviceAttributes } from './attributes.rules.js';
import type {
  HsdsLocation,
  HsdsOrganization,
  HsdsOrganizationIdentifier,
  HsdsService,
  HsdsServiceAtLocation,
  HsdsServiceCapacity,
  HsdsUnit,
} from './hsds-objects.js';

export function toOrganization(organisation: OrganisationNode, words: Words): HsdsOrganization {
  const { id, name, kind, contact } = organisation;
  const { phone = null, email, website } = contact ?? {};
  return withoutEmpty({
    id,
    name,
    description: words('OrganisationKind', kind),
    email,
    website,
    phones: phone === null ? [] : [{ id: stableId('phone', id), organization_id: id, number: phone, type: 'voice' }],
    organization_identifiers: identifiersOf(organisation),
  });
}

/** Schemes as org-id.guide names them, where it knows the register. */
function identifiersOf({ id, kvk, agb, oin }: OrganisationNode): HsdsOrganizationIdentifier[] {
  const numbers: [scheme: string, type: string, number: string | null][] = [
    ['NL-KVK', 'KvK-nummer', kvk],
    ...agb.map((code): [string, string, string] => ['AGB', 'AGB-code', code]),
    ['OIN', 'OIN', oin],
  ];
  return numbers.flatMap(([identifier_scheme, identifier_type, identifier]) =>
    identifier === null
      ? []
      : [
          {
            id: stableId('identifier', id, identifier_scheme, identifier),
            organization_id: id,
            identifier_scheme,
            identifier_type,
            identifier,
          },
        ],
  );
}

export function toLocation({ id, name, area }: PublicPlace, organizationId: string): HsdsLocation {
  const isNumbered = area?.establishmentNumber != null;
  return withoutEmpty({
    id,
    location_type: 'physical',
    organization_id: organizationId,
    name,
    description: area && `Postcodegebied ${area.postcode4}, ${area.municipality.name}`,
    external_identifier: area?.establishmentNumber,
    external_identifier_type: isNumbered ? 'KvK-vestigingsnummer' : null,
    attributes: area && locationAttributes(id, area),
  });
}

export function toService(offer: PublicOffer, words: Words): HsdsService {
  const { id, organisation, title, description, ageMin, ageMax, closure, lastChangedAt } = offer;
  return withoutEmpty({
    id,
    organization_id: organisation.id,
    name: title,
    description: description === '' ? null : description,
    status: offer.isRetired ? 'inactive' : closure ? 'temporarily closed' : 'active',
    eligibility_description: eligibilityText(offer, words),
    minimum_age: ageMin,
    maximum_age: ageMax,
    alert: closure && `Opnamestop: ${words('ClosureReason', closure.reason)}`,
    last_modified: lastChangedAt,
    service_areas: offer.workingArea.map(({ code, name }) => ({
      id: stableId('service-area', id, code),
      service_id: id,
      name,
      uri: `${exchangeTaxonomies.municipality}:GM${code}`,
    })),
    languages: offer.languages.map((code) => ({ id: stableId('language', id, code), service_id: id, code })),
    attributes: serviceAttributes(offer, words),
  });
}

export function toServiceAtLocation(offerId: string, placeId: string): HsdsServiceAtLocation {
  return { id: stableId('service-at-location', offerId), service_id: offerId, location_id: placeId };
}

export function toUnit(unit: string, words: Words): HsdsUnit {
  return {
    id: stableId('unit', unit),
    name: words('CapacityUnit', unit),
    scheme: exchangeTaxonomies.unit,
    identifier: unit,
  };
}

export function toServiceCapacity(offer: PublicOffer, figure: PublicFigure, words: Words): HsdsServiceCapacity {
  const unit = toUnit(offer.unit, words);
  return {
    id: stableId('capacity', offer.id),
    service_id: offer.id,
    unit_id: unit.id,
    unit,
    available: figure.available,
    maximum: figure.maximum,
    description: figureText(figure, unit.name, words),
    updated: figure.asOf,
  };
}
