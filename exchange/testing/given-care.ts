import type { GivenPlacement } from '../cbs/exported-placements.js';
import type { ExportedPlacement } from '../ijw/exported-placement.js';

/** A placement of which everything was told that iJw asks, and which started and ended. */
export const exportedPlacement: ExportedPlacement = {
  id: '00000000-0000-4000-8000-000000000001',
  status: 'ENDED',
  allocatedAt: '2026-03-01T22:30:00.000Z',
  startedAt: '2026-03-09T08:00:00.000Z',
  pausedAt: null,
  endedAt: '2026-09-01T08:00:00.000Z',
  endReason: 'ACCORDING_TO_PLAN',
  referrer: 'GP',
  product: {
    ...{ category: '45', code: '45A48', volume: 4, unit: 'HOUR', frequency: 'PER_WEEK' },
    ...{ startOn: '2026-03-08', endOn: '2026-12-31', allocationNumber: 4711 },
  },
  referral: { id: '00000000-0000-4000-8000-000000000009' },
  organisation: { agb: ['01234567'] },
  offer: { category: '43', productCode: '43A01' },
  case: {
    number: 'FL-26-0042',
    ownReference: 'zaak 9',
    measures: ['SUPERVISION'],
    responsibleMunicipality: { code: '0995' },
  },
};

/** The same for CBS. */
export const givenPlacement: GivenPlacement = {
  id: '00000000-0000-4000-8000-000000000001',
  rung: 'FOSTER',
  allocatedAt: '2026-01-05T10:00:00.000Z',
  startedAt: '2026-02-01T10:00:00.000Z',
  endedAt: null,
  endReason: null,
  referrer: 'LOCAL_ACCESS',
  product: { volume: 7, unit: 'DAY', frequency: 'PER_WEEK', startOn: '2026-01-31' },
  organisation: { id: 'provider', agb: ['01234567'] },
  offer: { isCrisis: false },
  case: {
    ...{ id: 'case', number: 'FL-26-0042', ownReference: '=1+1', birthYear: 2014, postcode4: '8232' },
    responsibleMunicipality: { code: '0995' },
    need: { isCrisis: false },
    cbsOutcomes: [],
  },
};
