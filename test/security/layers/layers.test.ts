import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTables } from '../catalogue/explained.js';
import type { Asker, LayeredDatabase, SeenRows, Subject } from './layered.js';
import { layeredCapacity } from './of-capacity.js';
import { layeredCases } from './of-cases.js';
import { layeredPeople } from './of-people.js';
import { ascending, askedOf, bareStatement, isHeldToBelow, type SeenBy } from './seen.js';

describe.each([layeredCases, layeredCapacity, layeredPeople])('of $name', ({ name, askers, subjects, open }) => {
  let database: LayeredDatabase;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const seenByAll = async (seenBy: SeenBy, subject: Subject): Promise<SeenRows> => {
    const seen: Partial<Record<Asker, number[]>> = {};
    for (const [asker, caller] of Object.entries(askers)) seen[asker as Asker] = await seenBy(caller, subject);
    return seen;
  };
  const expected = (...rows: readonly (SeenRows | undefined)[]): SeenRows =>
    Object.fromEntries(
      Object.keys(askers).map((asker) => [asker, ascending(rows.flatMap((seen) => seen?.[asker as Asker] ?? []))]),
    );
  const heldTo = subjects.filter(isHeldToBelow);

  it.each(subjects)(
    'the subgraph without the gateway before it shows each caller its own of $what',
    async (subject) => {
      expect(await seenByAll(askedOf(database, database.db), subject)).toEqual(expected(subject.seen));
    },
  );

  it.each(subjects)(
    'guards and statements without row level security beneath show each its own of $what',
    async (subject) => {
      expect(await seenByAll(askedOf(database, database.owner), subject)).toEqual(expected(subject.seen));
    },
  );

  it.each(heldTo)(
    'row level security without guards and statements above shows each its own of $what',
    async (subject) => {
      expect(await seenByAll(bareStatement(database), subject)).toEqual(expected(subject.seen, subject.alsoInDatabase));
    },
  );

  it.each(heldTo)('without any of them everybody would see all of $what', async (subject) => {
    await database.owner.query(`alter table ${subject.table} disable row level security`);
    try {
      const all = ascending(Object.values(expected(subject.seen, subject.alsoInDatabase)).flat());
      const seen = Object.values(await seenByAll(bareStatement(database), subject));
      expect(all.length).toBeGreaterThan(1);
      for (const rows of seen) expect(rows).toEqual(expect.arrayContaining(all));
    } finally {
      await database.owner.query(`alter table ${subject.table} enable row level security`);
    }
  });

  it('has a reason where a table stands open, and the subgraph alone holds to it', () => {
    const standingOpen = subjects.filter((subject) => !isHeldToBelow(subject)).map(({ table }) => `${name}.${table}`);
    expect(Object.keys(openTables)).toEqual(expect.arrayContaining(standingOpen));
  });
});
