import { describe, expect, it } from '@jest/globals';
import { linesOf, type CaseEvent } from './lines.js';

const region = { id: 'o1', name: 'Regio' };
const judged: CaseEvent = {
  kind: 'OPTION_JUDGED',
  at: '2026-11-20T09:00:10Z',
  subjectId: 'j1',
  byOrganisation: region,
  organisation: null,
  deployment: null,
};

/** How often what stands there. */
function read(events: readonly CaseEvent[]): string[] {
  return linesOf(events).map(({ text, by, times }) => `${String(times)} ${text} (${by})`);
}

describe('what happened, in lines', () => {
  it('tells once what reads alike in one minute', () => {
    const again = { ...judged, at: '2026-11-20T09:00:01Z', subjectId: 'j2' };
    expect(read([judged, again])).toEqual(['2 Mogelijkheid gewogen (Regio)']);
  });

  it.each([
    ['another minute', { at: '2026-11-20T08:59:59Z' }],
    ['another organisation', { byOrganisation: { id: 'o2', name: 'Gemeente' } }],
    ['another kind', { kind: 'CONTACT' }],
    ['another provider', { organisation: { id: 'o3', name: 'Aanbieder' } }],
  ] as const)('tells apart what has %s', (_, other) => {
    expect(linesOf([judged, { ...judged, ...other }]).map(({ times }) => times)).toEqual([1, 1]);
  });

  it('keeps the order, also where alike events stand around another', () => {
    const between = { ...judged, kind: 'CONTACT' } as const;
    expect(read([judged, between, judged])).toEqual([
      '1 Mogelijkheid gewogen (Regio)',
      '1 Contact (Regio)',
      '1 Mogelijkheid gewogen (Regio)',
    ]);
  });

  it('says who went to the family, each of them once, as far as their names are told', () => {
    const went = (...names: (string | null)[]): CaseEvent => ({
      ...{ ...judged, kind: 'DUO_DEPLOYED' },
      deployment: {
        id: 'd1',
        members: names.map((name) => ({ professional: name === null ? null : { id: name, name } })),
      },
    });
    expect(read([went('Ans', 'Bas', 'Ans')])).toEqual(['1 Duo ingezet, Ans en Bas (Regio)']);
    expect(read([went(null, null)])).toEqual(['1 Duo ingezet (Regio)']);
  });
});
