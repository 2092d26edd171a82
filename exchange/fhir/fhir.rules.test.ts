import { describe, expect, it } from '@jest/globals';
import type { OfferNode } from '../export-offers.js';
import { toPublicOffer } from '../public-offer.rules.js';
import { offerNode, words } from '../testing/offer-node.js';
import { toFhirLocation, toFhirOrganization, toHealthcareService } from './fhir.rules.js';

function offer(replaced: Partial<OfferNode> = {}) {
  const asker = { subject: 's', roles: ['care-broker' as const], organisationId: null, region: null };
  const found = toPublicOffer(offerNode(replaced), {
    ...asker,
    language: 'nl',
    requestId: 'r',
    accessPoint: 'token',
    scopes: null,
    purpose: 'FIND_CARE',
    operation: null,
  });
  if (!found) throw new Error('there is an organisation');
  return found;
}

/** The code of the status and the note of a capacity extension. */
function capacityOf(replaced: Partial<OfferNode>): [unknown, unknown] {
  const parts = toHealthcareService(offer(replaced), words).extension?.[0]?.extension ?? [];
  return [parts[0]?.valueCodeableConcept?.coding?.[0]?.code, parts[1]?.valueString];
}

function withStatus(status: string, available: number, waitlistCount: number | null = null): Partial<OfferNode> {
  const { availability } = offerNode();
  return { availability: availability && { ...availability, status, available, waitlistCount } };
}

describe('the capacity of a service in FHIR', () => {
  it.each([
    ['HAS_CAPACITY', 1, 'capacity'],
    ['NO_CAPACITY', 0, 'no-capacity'],
    ['WAITLIST', 0, 'waitlist'],
    ['ADDITIONAL_ASSESSMENT_REQUIRED', 1, 'additional-assessment-required'],
    ['UNKNOWN', 0, 'unknown'],
  ])('%s is %s', (status, available, code) => {
    expect(capacityOf(withStatus(status, available))[0]).toBe(code);
  });

  it('has its numbers and its moment in the notes', () => {
    expect(capacityOf(withStatus('WAITLIST', 0, 4))[1]).toBe(
      'CapacityStatus.WAITLIST: 0 van 6 vrij, geteld per CapacityUnit.PLACE; wachtenden: 4. Stand van 2026-11-21T09:00:00.000Z.',
    );
  });
});

describe('a service in FHIR', () => {
  it('is of its organisation, at its place', () => {
    expect(toHealthcareService(offer(), words)).toMatchObject({
      active: true,
      providedBy: { reference: 'Organization/20000000-0000-4000-8000-000000000001' },
      location: [{ reference: 'Location/30000000-0000-4000-8000-000000000001' }],
      category: [
        { coding: [{ system: 'urn:ijw:jz020', code: '44', display: 'jeugdhulp verblijf (exclusief behandeling)' }] },
      ],
    });
  });

  it('is inactive and has no capacity once it is retired', () => {
    const retired = toHealthcareService(offer({ retiredAt: '2026-11-20T08:00:00.000Z' }), words);
    expect(retired.active).toBe(false);
    expect(retired.extension).toBeUndefined();
  });

  it('is not available while intake is closed', () => {
    const closure = { reason: 'FULL', closedAt: '2026-11-20T08:00:00.000Z', expectedEndOn: null };
    expect(toHealthcareService(offer({ closure }), words).notAvailable).toEqual([
      { description: 'Opnamestop: ClosureReason.FULL', during: { start: closure.closedAt } },
    ]);
  });
});

describe('who and where in FHIR', () => {
  it('are named by their registers', () => {
    const { organisation, place } = offer();
    expect(toFhirOrganization(organisation, words).identifier).toEqual([
      { system: 'http://fhir.nl/fhir/NamingSystem/kvk', value: '00000101' },
      { system: 'http://fhir.nl/fhir/NamingSystem/agb-z', value: '00000401' },
      { system: 'urn:thuisbasis:oin', value: '00000003000001010000' },
    ]);
    expect(place && toFhirLocation(place, organisation.id)).toMatchObject({
      address: { district: 'Lelystad', postalCode: '8232', country: 'NL' },
      identifier: [{ system: 'http://fhir.nl/fhir/NamingSystem/kvk-vestigingsnummer', value: '000012345678' }],
    });
    const secret = offer({ placeFeatures: ['SECRET_LOCATION'] }).place;
    expect(Object.keys((secret && toFhirLocation(secret, organisation.id)) ?? {})).toEqual([
      'resourceType',
      'id',
      'status',
      'name',
      'mode',
      'managingOrganization',
    ]);
  });
});
