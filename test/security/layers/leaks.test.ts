import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { amountOf, forEach, seed } from '../profile.js';
import { type Asker, type LayeredDatabase, type Subject } from './layered.js';
import { layeredCapacity } from './of-capacity.js';
import { layeredCases } from './of-cases.js';
import { layeredPeople } from './of-people.js';
import { askedOf, everyRow, isHeldToBelow } from './seen.js';

// The long form: LEAK_ROUNDS=10000 npm test -- test/security/layers/leaks
const rounds = amountOf('LEAK_ROUNDS', 300);
const atOnce = 3;

describe.each([layeredCases, layeredCapacity, layeredPeople])('a few connections of $name for everybody', (layered) => {
  const { askers, subjects, open } = layered;
  let database: LayeredDatabase;
  beforeAll(async () => {
    process.stdout.write(`SECURITY_SEED=${seed}\n`);
    database = await open();
  });
  afterAll(() => database.close());

  it(
    'show each its own, whoever came before, and nobody anything',
    async () => {
      const seenBy = askedOf(database, database.db);
      const turn = fc.tuple(fc.constantFrom(...(Object.keys(askers) as Asker[])), fc.constantFrom(...subjects));
      const turns = fc.sample(turn, { numRuns: rounds, seed });
      const foreign: object[] = [];
      let missing = 0;
      await forEach(turns, atOnce, async ([asker, subject]) => {
        const own = new Set(subject.seen[asker]);
        const seen = await seenBy(askers[asker], subject);
        const others = [...seen.filter((row) => !own.has(row)), ...(await seenByNobody(subject))];
        if (others.length > 0) foreign.push({ asker, what: subject.what, others });
        if (seen.length < own.size) missing += 1;
      });
      expect(foreign).toEqual([]);
      expect(missing).toBe(0);
    },
    30_000 + rounds * 100,
  );

  /** On a connection that has just worked for somebody, without a word who asks. */
  async function seenByNobody(subject: Subject): Promise<unknown[]> {
    return isHeldToBelow(subject) ? database.db.query<unknown[]>(everyRow(subject)) : [];
  }
});
