import { describe, expect, it } from '@jest/globals';
import type { OptionEdge, Options } from './options-answer.js';
import { optionsTable } from './options-table.js';

const evaluatedAt = '2026-11-21T12:00:00Z';

function edge(rank: number, node: Partial<OptionEdge['node']> = {}): OptionEdge {
  return {
    rank,
    distanceToHomeKm: 3.44,
    reasons: [{ text: 'Staat bovenaan volgens de afgesproken volgorde.' }, { text: 'Tweede reden.' }],
    node: {
      title: 'Begeleiding thuis bij autisme en een lange naam',
      rung: 'INTENSIVE_AMBULATORY',
      municipality: { name: 'Noordoostpolder' },
      availability: {
        available: 2,
        unit: 'PLACE',
        nextAvailableOn: null,
        waitEstimateDays: null,
        freshness: { asOf: '2026-11-21T07:00:00Z' },
      },
      organisation: { id: '1', name: 'Graspieper Thuisbegeleiding' },
      ...node,
    },
  };
}

function table(edges: readonly OptionEdge[], width: number): string {
  const options: Options = {
    evaluatedAt,
    organisationsConsidered: 2,
    offersConsidered: 2,
    missingSources: { totalCount: 0, nodes: [] },
    edges,
    excluded: [],
  };
  return optionsTable(options, width);
}

describe('the table of options', () => {
  it.each([80, 100, 120, 149, 150, 160])('fits a terminal of %d columns', (width) => {
    const lines = table([edge(1), edge(10)], width).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(width);
  });

  it('shows rank, rung, offer, organisation, municipality, free, from when, distance, age and first reason', () => {
    const text = table([edge(1)], 200);
    for (const part of [
      '1',
      'intensieve ambulante hulp',
      'Begeleiding thuis bij autisme en een lange naam',
      'Graspieper Thuisbegeleiding',
      'Noordoostpolder',
      '2 plekken',
      'nu',
      '3,4 km',
      '5 uur',
      'Staat bovenaan volgens de afgesproken volgorde.',
    ])
      expect(text).toContain(part);
    expect(text).not.toContain('Tweede reden');
  });

  it('gives the reason a line of its own where the terminal is narrow', () => {
    expect(table([edge(1)], 100)).toMatch(/\n {2}Staat bovenaan volgens de afgesproken volgorde\.$/);
  });

  it('says so where people did not give the name of the organisation', () => {
    expect(table([edge(1, { organisation: { id: '1', name: null } })], 160)).toContain('(niet bekend)');
  });
});
