import { describe, expect, it } from '@jest/globals';
import type { Options } from './options-answer.js';
import { closingLine, excludedLine, missingLine } from './options-summary.js';

function options(values: Partial<Options>): Options {
  return {
    evaluatedAt: '2026-11-21T12:00:00Z',
    organisationsConsidered: 45,
    offersConsidered: 211,
    missingSources: { totalCount: 0, nodes: [] },
    edges: [],
    excluded: [],
    ...values,
  };
}

describe('the lines below the table', () => {
  it('say what was considered, how long it took and who answered', () => {
    const line = closingLine(options({}), 84, ['cases', 'capacity', 'people']);
    expect(line).toBe(
      '0 opties getoond · 45 organisaties en 211 aanbiedingen bekeken · 84 ms · cases -> capacity -> people',
    );
  });

  it('name the first organisations without a figure that counts, and count the others', () => {
    const nodes = ['a', 'b', 'c', 'd'].map((organisationId) => ({ organisationId, lastReportAt: null }));
    const missingSources = { totalCount: 12, nodes };
    const line = missingLine(options({ missingSources }), new Map([['a', 'Kantelpunt Oost']]));
    expect(line).toBe(
      'Zonder actueel cijfer, bel eerst: Kantelpunt Oost (nooit), een organisatie (nooit), een organisatie (nooit) en 9 andere.',
    );
    expect(missingLine(options({}), new Map())).toBe('Zonder actueel cijfer: niemand.');
  });

  it('say what fell out, most first', () => {
    const excluded = [
      { text: 'De leeftijd past niet.', offerCount: 2 },
      { text: 'Er geldt een opnamestop.', offerCount: 9 },
      { text: 'Te ver.', offerCount: 3 },
      { text: 'Te zwaar.', offerCount: 1 },
    ];
    expect(excludedLine(options({ excluded }))).toBe(
      'Afgevallen: 9 × er geldt een opnamestop; 3 × te ver; 2 × de leeftijd past niet en 1 om andere redenen.',
    );
    expect(excludedLine(options({}))).toBe('Afgevallen: niets.');
  });
});
