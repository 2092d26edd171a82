import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestGateway, type TestGateway } from './testing/test-gateway.js';

const flagship = `query Flagship($id: ID!, $first: Int) {
  case(id: $id) {
    number
    owner { name }
    options(first: $first) { considered edges { rank node { title organisation { name teams { name } } } } }
  }
}`;

const option = (rank: number): unknown => ({
  rank,
  node: { title: `Offer ${rank}`, organisation: { name: `Organisation o${rank}`, teams: [{ name: 'Duo' }] } },
});

describe.each([{ overHttp: true }, { overHttp: false }])(
  'a gateway, its subgraphs over HTTP: $overHttp',
  ({ overHttp }) => {
    const told: string[] = [];
    let gateway: TestGateway;
    beforeAll(async () => {
      gateway = await openTestGateway({ overHttp, onSubgraphRequest: (name) => told.push(name) });
    });
    afterAll(() => gateway.close());

    it('answers one query from three subgraphs, people in one batch for each place', async () => {
      expect(await gateway.ask(flagship, { id: '7', first: 2 })).toEqual({
        status: 200,
        data: {
          case: {
            number: 'FL-7',
            owner: { name: 'Organisation o9' },
            options: { considered: 2014, edges: [option(1), option(2)] },
          },
        },
      });
      expect(told.toSorted()).toEqual(['capacity', 'cases', 'people', 'people']);
    });

    it('tells each subgraph who is asking', () => {
      for (const { callers } of Object.values(gateway.subgraphs)) {
        expect(callers[0]).toMatchObject({
          subject: 'https://identity.test#broker-1',
          roles: ['care-broker'],
          region: 'flevoland',
          language: 'nl',
        });
      }
    });

    it('runs one change', async () => {
      const { data } = await gateway.ask('mutation { note(caseId: "1", text: "x") { id note } }');
      expect(data).toEqual({ note: { id: '1', note: 'x' } });
    });

    it('passes on what a subgraph refuses', async () => {
      const { data, errors } = await gateway.ask('{ case(id: "none") { id } version }');
      expect(data).toEqual({ case: null, version: '1' });
      expect(errors).toEqual([expect.objectContaining({ path: ['case'], extensions: { code: 'NOT_FOUND' } })]);
    });

    it('goes from any subgraph to any other', async () => {
      expect(await gateway.ask('{ organisation(id: "o3") { name offers { title } } }')).toEqual({
        status: 200,
        data: { organisation: { name: 'Organisation o3', offers: [{ title: 'Offer 3' }] } },
      });
    });
  },
);
