import { describe, expect, it } from '@jest/globals';
import type { OfferNode } from '../export-offers.js';
import { toPublicOffer, type PublicOffer } from '../public-offer.rules.js';
import { offerNode, words } from '../testing/offer-node.js';
import { hsdsObjects } from './hsds-stream.js';
import { toLocation, toOrganization, toService, toServiceCapacity } from './hsds.rules.js';

function offer(replaced: Partial<OfferNode> = {}): PublicOffer {
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

const closure = { reason: 'FULL', closedAt: '2026-11-20T08:00:00.000Z', expectedEndOn: null };

describe('a service of HSDS', () => {
  it.each([
    ['active', {}],
    ['temporarily closed', { closure }],
    ['inactive', { retiredAt: '2026-11-20T08:00:00.000Z' }],
    ['inactive', { retiredAt: '2026-11-20T08:00:00.000Z', closure }],
  ])('is %s: %j', (status, replaced) => {
    expect(toService(offer(replaced), words).status).toBe(status);
  });

  it('says for whom it is in a sentence, and in codes', () => {
    const service = toService(offer(), words);
    expect(service).toMatchObject({
      name: 'Pleeggezin',
      minimum_age: 4,
      maximum_age: 12,
      eligibility_description:
        '4 tot en met 12 jaar; voor: Characteristic.TRAUMA; juridisch kader: LegalFramework.VOLUNTARY.',
      service_areas: [{ name: 'Lelystad', uri: 'urn:cbs:gemeente:GM0995' }],
      languages: [{ code: 'nl' }, { code: 'dse' }],
    });
    const codes = service.attributes?.map(({ taxonomy_term: { taxonomy, code } }) => `${taxonomy} ${code}`);
    expect(codes).toEqual([
      'urn:thuisbasis:rung FOSTER',
      'urn:ijw:jz020 44',
      'urn:thuisbasis:target-group TRAUMA',
      'urn:thuisbasis:legal-framework VOLUNTARY',
      'urn:thuisbasis:place-feature PETS',
      'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes capacity',
    ]);
  });

  it('leaves out what is not there', () => {
    const bare = toService(offer({ description: '', languages: [], workingArea: [] }), words);
    expect(Object.keys(bare)).not.toEqual(
      expect.arrayContaining(['description', 'languages', 'service_areas', 'alert']),
    );
  });
});

describe('the other objects of HSDS', () => {
  it('name an organisation in its registers, zeros kept', () => {
    const { organisation } = offer();
    expect(toOrganization(organisation, words)).toMatchObject({
      name: 'Thuishaven',
      description: 'OrganisationKind.FOSTER_CARE_PROVIDER',
      organization_identifiers: [
        { identifier_scheme: 'NL-KVK', identifier: '00000101' },
        { identifier_scheme: 'AGB', identifier: '00000401' },
        { identifier_scheme: 'OIN', identifier: '00000003000001010000' },
      ],
    });
    expect(toOrganization({ ...organisation, contact: null, kvk: null, agb: [], oin: null }, words)).toEqual({
      id: organisation.id,
      name: 'Thuishaven',
      description: 'OrganisationKind.FOSTER_CARE_PROVIDER',
    });
  });

  it('place a location by its municipality and postcode area, and a secret one nowhere', () => {
    const { place, organisation } = offer();
    expect(place && toLocation(place, organisation.id)).toMatchObject({
      description: 'Postcodegebied 8232, Lelystad',
      external_identifier: '000012345678',
      attributes: [{ taxonomy_term: { code: 'GM0995' } }, { taxonomy_term: { code: '8232' } }],
    });
    const secret = offer({ placeFeatures: ['SECRET_LOCATION'] }).place;
    expect(secret && toLocation(secret, organisation.id)).toEqual({
      id: secret?.id,
      location_type: 'physical',
      organization_id: organisation.id,
      name: 'geheime locatie',
    });
  });

  it('count a capacity in its unit, of its moment', () => {
    const counted = offer();
    if (!counted.figure) throw new Error('a figure is known');
    expect(toServiceCapacity(counted, counted.figure, words)).toMatchObject({
      available: 1,
      maximum: 6,
      updated: '2026-11-21T09:00:00.000Z',
      unit: { name: 'CapacityUnit.PLACE', identifier: 'PLACE' },
    });
  });
});

describe('a stream of HSDS', () => {
  it('tells each organisation, unit and place once, before what points at it, and of a retired service no capacity', async () => {
    const second = '10000000-0000-4000-8000-000000000002';
    const pages = async function* () {
      yield await Promise.resolve([offer()]);
      yield [offer({ id: second, retiredAt: '2026-11-20T08:00:00.000Z' })];
    };
    const types: string[] = [];
    for await (const { type } of hsdsObjects(pages(), words)) types.push(type);
    expect(types).toEqual([
      'organization',
      'unit',
      'location',
      'service',
      'service_at_location',
      'service_capacity',
      'service',
      'service_at_location',
    ]);
  });
});
