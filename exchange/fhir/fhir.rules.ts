import { exchangeProperties, exchangeTaxonomies } from '../../vocabulary/codes/exchange-terms.js';
import { ijwCategories } from '../../vocabulary/codes/ijw.js';
import type { OrganisationNode } from '../export-offers.js';
import type { PublicOffer, PublicPlace } from '../public-offer.rules.js';
import { eligibilityText } from '../sentences.rules.js';
import { withoutEmpty } from '../without-empty.js';
import type { Words } from '../words.js';
import { capacityStatus } from './capacity-status.rules.js';
import type {
  CodeableConcept,
  ContactPoint,
  FhirHealthcareService,
  FhirLocation,
  FhirOrganization,
  Identifier,
} from './fhir-resources.js';

/** The naming systems of Dutch registers as HL7 Netherlands and the Ministry of Health publish them; of the OIN none was found. */
const systems = {
  kvk: 'http://fhir.nl/fhir/NamingSystem/kvk',
  agb: 'http://fhir.nl/fhir/NamingSystem/agb-z',
  establishment: 'http://fhir.nl/fhir/NamingSystem/kvk-vestigingsnummer',
  oin: 'urn:thuisbasis:oin',
};

export function toFhirOrganization(organisation: OrganisationNode, words: Words): FhirOrganization {
  const { id, name, kind, kvk, agb, oin, contact } = organisation;
  return withoutEmpty({
    resourceType: 'Organization',
    id,
    identifier: [
      ...identifier(systems.kvk, kvk),
      ...agb.flatMap((code) => identifier(systems.agb, code)),
      ...identifier(systems.oin, oin),
    ],
    active: true,
    type: [{ text: words('OrganisationKind', kind) }],
    name,
    telecom: [
      ...contactPoint('phone', contact?.phone),
      ...contactPoint('email', contact?.email),
      ...contactPoint('url', contact?.website),
    ],
  });
}

export function toFhirLocation({ id, name, area }: PublicPlace, organizationId: string): FhirLocation {
  return withoutEmpty({
    resourceType: 'Location',
    id,
    identifier: identifier(systems.establishment, area?.establishmentNumber),
    status: 'active',
    name,
    mode: 'instance',
    address: area && { district: area.municipality.name, postalCode: area.postcode4, country: 'NL' },
    managingOrganization: { reference: `Organization/${organizationId}` },
  });
}

export function toHealthcareService(offer: PublicOffer, words: Words): FhirHealthcareService {
  const { id, organisation, title, description, place, figure, closure, isRetired, lastChangedAt } = offer;
  return withoutEmpty({
    resourceType: 'HealthcareService',
    id,
    meta: { lastUpdated: lastChangedAt },
    extension: isRetired ? [] : [capacityStatus(figure, words('CapacityUnit', offer.unit), words)],
    identifier: identifier(`${exchangeTaxonomies.property}:${exchangeProperties.ownKey}`, offer.ownKey),
    active: !isRetired,
    providedBy: { reference: `Organization/${organisation.id}` },
    category: [coded(exchangeTaxonomies.category, offer.category, ijwCategories[offer.category] ?? offer.category)],
    type: [coded(exchangeTaxonomies.rung, offer.rung, words('LadderRung', offer.rung))],
    location: place && [{ reference: `Location/${place.id}` }],
    name: title,
    extraDetails: description === '' ? null : description,
    eligibility: [{ comment: eligibilityText(offer, words) }],
    characteristic: offer.placeFeatures.map((code) =>
      coded(exchangeTaxonomies.placeFeature, code, words('PlaceFeature', code)),
    ),
    communication: offer.languages.map((code) => ({ coding: [{ system: 'urn:ietf:bcp:47', code }] })),
    notAvailable: closure && [
      { description: `Opnamestop: ${words('ClosureReason', closure.reason)}`, during: { start: closure.closedAt } },
    ],
  });
}

function coded(system: string, code: string, display: string): CodeableConcept {
  return { coding: [{ system, code, display }] };
}

function identifier(system: string, value: string | null | undefined): Identifier[] {
  return value == null ? [] : [{ system, value }];
}

function contactPoint(system: ContactPoint['system'], value: string | null | undefined): ContactPoint[] {
  return value == null ? [] : [{ system, value }];
}
