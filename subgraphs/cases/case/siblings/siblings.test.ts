import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from '../../../../platform/identity/caller.js';
import { callerAs } from '../../../../test/builders/callers.js';
import { openCaseDesk, workers, type AnsweredCase, type CaseDesk } from '../../../../test/builders/desks/case-desk.js';
import { idOf } from '../../../../test/builders/rows/case.js';

const { owner, broker } = workers;
const [elsewhere, stranger] = [workers['broker of another region'], workers['another owner']];
let desk: CaseDesk;

beforeAll(async () => {
  desk = await openCaseDesk();
});
afterAll(() => desk.close());

const opened = async (input: object = {}, caller: Caller = owner): Promise<AnsweredCase> => {
  const { case: made } = await desk.open(caller, input);
  if (!made) throw new Error('no case was opened');
  return made;
};
const link = (
  caller: Caller,
  of: AnsweredCase,
  to: AnsweredCase,
  step: 'linkSiblings' | 'unlinkSiblings' = 'linkSiblings',
) => desk.step(caller, step, of, { siblingId: to.id });
const siblings = async (caller: Caller, of: AnsweredCase): Promise<string[]> => {
  const found = (await desk.read(caller, of.id, 'siblings { id }')) as { siblings: { id: string }[] } | null;
  return (found?.siblings ?? []).map(({ id }) => id);
};

describe('brothers and sisters', () => {
  it('are linked in both cases, once, and each case says that it changed', async () => {
    const [one, other] = [await opened(), await opened()];
    const linked = await link(broker, one, other);
    expect([linked.codes, linked.case?.version]).toEqual([[], 2]);
    const noted = await desk.database.owner.query<{ ids: string[] }[]>(
      `select object_ids as ids from audit_event where action = 'U' and object_ids && $1::uuid[]`,
      [[one.id, other.id]],
    );
    expect(noted.flatMap(({ ids }) => ids).sort()).toEqual([one.id, other.id].sort());
    for (const caller of [owner, broker]) {
      expect(await siblings(caller, one)).toEqual([other.id]);
      expect(await siblings(caller, other)).toEqual([one.id]);
    }
    expect((await link(owner, other, one)).codes).toEqual(['VERSION_CONFLICT']);
    const again = await link(owner, { ...other, version: 2 }, one);
    expect([again.codes, again.case?.version]).toEqual([[], 2]);
    const timeline = await desk.read(broker, other.id, 'timeline(first: 1) { edges { node { kind codes } } }');
    expect(timeline).toEqual({ timeline: { edges: [{ node: { kind: 'FACTS_CHANGED', codes: ['siblings'] } }] } });
    expect((await link(owner, { ...other, version: 2 }, one, 'unlinkSiblings')).codes).toEqual([]);
    expect([await siblings(owner, one), await siblings(owner, other)]).toEqual([[], []]);
  });

  it('are not linked where either case is not the caller’s, or is the same', async () => {
    const mine = await opened();
    const theirs = await opened({}, stranger);
    const far = await opened({}, elsewhere);
    expect((await link(owner, mine, theirs)).codes).toEqual(['NOT_FOUND']);
    expect((await link(broker, mine, far)).codes).toEqual(['NOT_FOUND']);
    expect((await link(owner, mine, mine)).codes).toEqual(['BAD_USER_INPUT']);
    expect((await link(callerAs('ret-member'), mine, theirs)).codes).toEqual(['FORBIDDEN']);
    expect((await link(broker, mine, theirs)).codes).toEqual([]);
    expect([await siblings(owner, mine), await siblings(stranger, theirs)]).toEqual([[], []]);
    expect(await siblings(broker, mine)).toEqual([theirs.id]);
  });

  it('are not taken apart by who works on one of the two only, nor by another role', async () => {
    const [one, other] = [await opened(), await opened({}, stranger)];
    const linked = (await link(broker, one, other)).case ?? one;
    const apart = async (caller: Caller) => (await link(caller, linked, other, 'unlinkSiblings')).codes;
    for (const caller of [owner, stranger, elsewhere]) expect(await apart(caller)).toEqual(['NOT_FOUND']);
    for (const role of ['ret-member', 'analyst', 'provider-planner'] as const)
      expect(await apart(callerAs(role, idOf(801)))).toEqual(['FORBIDDEN']);
    expect(await siblings(broker, one)).toEqual([other.id]);
    expect(await apart(broker)).toEqual([]);
  });

  it('of a restricted case are for its owner’s people only: where a sibling lives leads to the child', async () => {
    const [hidden, known] = [await opened({ isRestricted: true }), await opened()];
    expect((await link(broker, known, hidden)).codes).toEqual(['CASE_RESTRICTED']);
    expect((await link(owner, known, hidden)).codes).toEqual([]);
    expect([await siblings(owner, known), await siblings(broker, known), await siblings(broker, hidden)]).toEqual([
      ...[[hidden.id], [], []],
    ]);
    const inDatabase = async (caller: Caller): Promise<number> =>
      ((await desk.asCaller(caller, 'select from case_sibling where case_id = $1', [known.id])) as unknown[]).length;
    expect([await inDatabase(owner), await inDatabase(broker), await inDatabase(elsewhere)]).toEqual([1, 0, 0]);
  });

  it('go with a case that is erased', async () => {
    const [one, other] = [await opened(), await opened()];
    await link(owner, one, other);
    await desk.database.owner.query('select remove_subject($1)', [one.id]);
    expect(
      await desk.database.owner.query('select from case_sibling where $1 in (case_id, sibling_id)', [one.id]),
    ).toEqual([]);
    expect(await siblings(owner, other)).toEqual([]);
  });

  it('are read with two statements more, however many cases are listed', async () => {
    const family = [await opened(), await opened(), await opened()];
    const [first, ...others] = family as [AnsweredCase, AnsweredCase, AnsweredCase];
    let version = first.version;
    for (const other of others) version = (await link(owner, { ...first, version }, other)).case?.version ?? 0;
    expect(await siblings(owner, first)).toEqual(others.map(({ id }) => id));
    const asked = async (fields: string): Promise<number> => {
      const before = desk.database.statements.length;
      await desk.list(owner, fields);
      return desk.database.statements.length - before;
    };
    expect((await asked('id siblings { id }')) - (await asked('id'))).toBeLessThanOrEqual(2);
  });
});

describe('who directs the help, and what school it is', () => {
  const shown = 'processDirector { id } schoolKind';

  it('are told like other facts, by identifier and code, and taken back with null', async () => {
    const of = await opened({ schoolKind: 'PRIMARY' });
    const directed = await desk.step(broker, 'changeCase', of, { changes: { processDirectorId: idOf(7) } });
    expect(await desk.read(owner, of.id, shown)).toEqual({
      ...{ processDirector: { id: idOf(7) }, schoolKind: 'PRIMARY' },
    });
    await desk.step(broker, 'changeCase', directed.case, { changes: { processDirectorId: null, schoolKind: null } });
    expect(await desk.read(owner, of.id, shown)).toEqual({ processDirector: null, schoolKind: null });
    const timeline = await desk.read(broker, of.id, 'timeline(first: 1) { edges { node { kind codes } } }');
    expect(timeline).toEqual({
      timeline: { edges: [{ node: { kind: 'FACTS_CHANGED', codes: ['schoolKind', 'processDirectorId'] } }] },
    });
  });

  it('is one professional, by identifier', async () => {
    const of = await opened();
    const named = await desk.step(owner, 'changeCase', of, { changes: { processDirectorId: 'Anna' } });
    expect(named.codes).toEqual(['BAD_USER_INPUT']);
  });
});
