import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  openCapacityDesk,
  type CapacityDesk,
  broker,
  key,
  noon,
  offer,
} from '../../../test/builders/desks/capacity-desk.js';

let desk: CapacityDesk;

beforeAll(async () => {
  desk = await openCapacityDesk();
});
beforeEach(async () => {
  await desk.database.setClock(noon);
  await desk.clearEvents();
});
afterAll(() => desk.close());

describe('a list of offers', () => {
  it('is refused for a municipality that does not exist, and an empty list narrows nothing', async () => {
    await desk.database.write([offer(1)], noon);
    expect(
      (await desk.ask(broker, '{ offers(filter: { municipalityCode: "0001" }) { edges { cursor } } }')).codes,
    ).toEqual(['UNKNOWN_MUNICIPALITY']);
    const { data } = await desk.ask(broker, '{ offers(filter: { rungs: [] }) { edges { node { id } } } }');
    expect(data).toEqual({ offers: { edges: [{ node: { id: key(1) } }] } });
  });
});
