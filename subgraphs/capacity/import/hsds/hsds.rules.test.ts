import { describe, expect, it } from '@jest/globals';
import { hsdsReader, type HsdsRow } from './hsds.rules.js';

const updated = '2026-11-21T10:00:00.500+01:00';
const bed = { id: 'unit-1', name: 'Bed' };
const capacity = { id: 'capacity-1', unit: bed, available: 2, maximum: 6, updated };
const service = { id: 'groep-3', name: 'Groep 3', organization_id: 'organization-1', status: 'active' };
const expected = {
  offerKey: 'groep-3',
  sequence: null,
  asOf: new Date('2026-11-21T09:00:00.500Z'),
  status: 'HAS_CAPACITY',
  available: 2,
  maximum: 6,
  unit: 'PLACE',
  nextAvailableOn: null,
  waitlistCount: null,
  waitEstimateDays: null,
  note: null,
};

function readAll(...values: unknown[]): HsdsRow[] {
  const reader = hsdsReader();
  return values.flatMap((value) => reader.read(value));
}

function attribute(taxonomy: string, code: string, value?: string): object {
  return { id: code, value, taxonomy_term: { id: code, code, taxonomy } };
}

const sdoh = 'http://hl7.org/fhir/us/sdoh-clinicalcare/CodeSystem/SDOHCC-CodeSystemTemporaryCodes';

describe('a file of HSDS', () => {
  it.each<[string, unknown[]]>([
    ['a service with its capacities', [{ ...service, capacities: [capacity] }]],
    ['a list of services', [[{ ...service, capacities: [capacity] }]]],
    ['a page of an HSDS API', [{ total_items: 1, contents: [{ ...service, capacities: [capacity] }] }]],
    ['an organization with its services', [{ id: 'o', name: 'O', services: [{ ...service, capacities: [capacity] }] }]],
    [
      'loose objects that say what they are',
      [
        { type: 'unit', ...bed },
        { type: 'organization', id: 'o', name: 'O', description: '' },
        { type: 'service', ...service },
        { type: 'service_capacity', ...capacity, unit: undefined, unit_id: 'unit-1', service_id: 'groep-3' },
      ],
    ],
    ['a capacity alone', [{ ...capacity, service_id: 'groep-3' }]],
  ])('is read as %s', (_form, values) => {
    expect(readAll(...values)).toEqual([{ report: expected }]);
  });

  it('names the offer by its own key where the service carries one', () => {
    const attributes = [attribute('urn:thuisbasis:property', 'own-key', 'LEEUW-3')];
    expect(readAll({ ...service, attributes, capacities: [capacity] })).toEqual([
      { report: { ...expected, offerKey: 'LEEUW-3' } },
    ]);
  });

  it('believes the status that was added, with the waiting list', () => {
    const attributes = [
      attribute(sdoh, 'waitlist'),
      attribute('urn:thuisbasis:property', 'waitlist-count', '4'),
      attribute('urn:thuisbasis:property', 'wait-estimate-days', '30'),
      attribute('urn:thuisbasis:property', 'next-available-on', '2027-01-01'),
    ];
    expect(readAll({ ...service, attributes, capacities: [{ ...capacity, available: 0 }] })).toEqual([
      {
        report: {
          ...expected,
          status: 'WAITLIST',
          available: 0,
          waitlistCount: 4,
          waitEstimateDays: 30,
          nextAvailableOn: '2027-01-01',
        },
      },
    ]);
  });

  it.each([
    ['active', 0, 'NO_CAPACITY', 0],
    ['temporarily closed', 2, 'NO_CAPACITY', 0],
    ['inactive', 2, 'NO_CAPACITY', 0],
    ['defunct', 2, 'NO_CAPACITY', 0],
  ])('takes a service that is %s with %i free as %s', (status, available, expectedStatus, free) => {
    expect(readAll({ ...service, status, capacities: [{ ...capacity, available }] })).toEqual([
      { report: { ...expected, status: expectedStatus, available: free } },
    ]);
  });

  it.each([
    ['Beds', 'PLACE'],
    ['uren', 'HOUR_PER_WEEK'],
    ['Dagdeel', 'DAYDEEL'],
    ['traject', 'TRAJECTORY'],
    ['Families', 'FAMILY'],
  ])('counts %s as %s', (name, unit) => {
    expect(readAll({ ...service, capacities: [{ ...capacity, unit: { id: 'u', name } }] })).toEqual([
      { report: { ...expected, unit } },
    ]);
  });

  it.each<[string, object]>([
    ['updated', { updated: '2026-11-21' }],
    ['updated', { updated: 'soon' }],
    ['updated', { updated: '2026-13-45T00:00:00Z' }],
    ['available', { available: -1 }],
    ['available', { available: 1.5 }],
    ['available', { available: null }],
    ['maximum', { maximum: undefined }],
    ['maximum', { maximum: 1e20 }],
    ['unit', { unit: { id: 'u', name: 'kilogram' } }],
    ['unit', { unit: { id: 'u', name: 'constructor' } }],
    ['unit', { unit: null }],
  ])('says that %s is wrong: %j', (field, replaced) => {
    expect(readAll({ ...service, capacities: [{ ...capacity, ...replaced }] })).toEqual([
      { offerKey: 'groep-3', faults: [{ field, advice: expect.any(String) }] },
    ]);
  });

  it('says everything that is wrong with a capacity', () => {
    const wrong = { ...capacity, updated: 'soon', available: -1, unit: null };
    expect(readAll({ ...service, capacities: [wrong] })).toMatchObject([
      { faults: [{ field: 'updated' }, { field: 'available' }, { field: 'unit' }] },
    ]);
  });

  it('says of what is nothing of HSDS that it is not, and loses no other line by it', () => {
    expect(readAll('text', [[null]], { ...service, capacities: [capacity] })).toMatchObject([
      { faults: [{ field: 'type' }] },
      { faults: [{ field: 'type' }] },
      { report: expected },
    ]);
    expect(readAll({ type: 'service_capacity', ...capacity })).toMatchObject([{ faults: [{ field: 'service_id' }] }]);
  });
});
