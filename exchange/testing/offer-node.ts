import type { OfferNode } from '../export-offers.js';
import type { Words } from '../words.js';

/** A word that tells of what it is, so that a test sees which code was looked up where. */
export const words: Words = (enumName, code) => `${enumName}.${code}`;

/** A foster home in Lelystad with two of six places free, as the operation answers it; every property can be replaced. */
export function offerNode(replaced: Partial<OfferNode> = {}): OfferNode {
  const figure = {
    status: 'HAS_CAPACITY',
    available: 2,
    maximum: 6,
    nextAvailableOn: null,
    waitlistCount: null,
    waitEstimateDays: null,
  };
  return {
    id: '10000000-0000-4000-8000-000000000001',
    key: 'LEEUW-3',
    title: 'Pleeggezin',
    description: 'Een gezin.',
    rung: 'FOSTER',
    category: '44',
    isCrisis: false,
    ageMin: 4,
    ageMax: 12,
    sex: null,
    targetGroups: ['TRAUMA'],
    exclusions: [],
    legalFrameworks: ['VOLUNTARY'],
    timeWindows: [],
    placeFeatures: ['PETS'],
    languages: ['nl', 'dse'],
    unit: 'PLACE',
    changedAt: '2026-11-20T08:00:00.000Z',
    retiredAt: null,
    workingArea: [{ code: '0995', name: 'Lelystad' }],
    site: {
      id: '30000000-0000-4000-8000-000000000001',
      name: 'hoofdvestiging',
      establishmentNumber: '000012345678',
      postcode4: '8232',
      municipality: { code: '0995', name: 'Lelystad' },
    },
    closure: null,
    availability: { ...figure, available: 1, freshness: { asOf: '2026-11-21T09:00:00.000Z' } },
    latestReport: { ...figure, asOf: '2026-11-21T09:00:00.000Z', receivedAt: '2026-11-21T09:00:02.000Z' },
    organisation: {
      id: '20000000-0000-4000-8000-000000000001',
      name: 'Thuishaven',
      kind: 'FOSTER_CARE_PROVIDER',
      kvk: '00000101',
      agb: ['00000401'],
      oin: '00000003000001010000',
      contact: { phone: '+31320000101', email: 'intake@thuishaven.example', website: 'https://thuishaven.example' },
    },
    ...replaced,
  };
}
