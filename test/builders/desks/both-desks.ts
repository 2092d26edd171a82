import { testSealer } from '../../content-keys.js';
import { randomUUID } from 'node:crypto';
import { openDatabase, type DataSource, type Duty } from '../../../platform/database/database.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { Consumer } from '../../../platform/outbox/consumer.js';
import { relay } from '../../../platform/outbox/relay.js';
import { createLogger } from '../../../platform/process/logger.js';
import { tellCases } from '../../../subgraphs/capacity/background/cases-door.store.js';
import { toCapacityConfig } from '../../../subgraphs/capacity/config.js';
import { followPlacements } from '../../../subgraphs/capacity/hold/following/follow-placements.js';
import { sweepHolds } from '../../../subgraphs/capacity/hold/sweep.js';
import { openCapacity } from '../../../subgraphs/capacity/server.js';
import { capacityStorage } from '../../../subgraphs/capacity/storage.js';
import { tellCapacity, tellOfPlacements } from '../../../subgraphs/cases/background/case-doors.store.js';
import { toCasesConfig } from '../../../subgraphs/cases/config.js';
import { openCases } from '../../../subgraphs/cases/server.js';
import { casesStorage } from '../../../subgraphs/cases/storage.js';
import { cloneDatabase, type TestDatabase } from '../../database.js';
import { askSubgraph } from '../ask-subgraph.js';
import { callerAs } from '../callers.js';

const broker = callerAs('care-broker');
const logger = createLogger('test', 'silent');
const config = toCapacityConfig({});

/** A hold and the placement that came of it, as either side has it. */
export interface Standing {
  readonly hold: string;
  readonly placement: string | null;
  /** How cases knows the hold. */
  readonly known: string | null;
}

/** Cases and capacity over one database, of which nothing runs by itself: what passes between them passes when a test says so. */
export interface BothDesks {
  readonly database: TestDatabase;
  /** A hold of the only place of an offer for a case of its own, which the provider said yes to. */
  hold(): Promise<{ holdId: string; offerId: string }>;
  /** A step of a hold or placement; whether it was taken. */
  answer(operation: 'releaseHold' | 'convertHold', holdId: string): Promise<boolean>;
  allocate(holdId: string): Promise<boolean>;
  step(operation: string, holdId: string, more?: object): Promise<boolean>;
  /** What each side's relay does when it runs, with another consumer behind its own where one is given. */
  tellCapacity(more?: Consumer): Promise<void>;
  tellCases(more?: Consumer): Promise<void>;
  /** What capacity does unasked: it follows placements and ends what lapsed. */
  follow(): Promise<void>;
  sweep(): Promise<void>;
  /** All that, until nothing is left to tell. */
  recover(): Promise<void>;
  standing(holdId: string): Promise<Standing>;
  owner(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  close(): Promise<void>;
}

export async function openBothDesks(): Promise<BothDesks> {
  const database = await cloneDatabase('demonstration');
  const open = (name: 'cases' | 'capacity', role: 'owner' | 'cases' | 'capacity', duty?: Duty): Promise<DataSource> =>
    openDatabase(name === 'cases' ? casesStorage : capacityStorage, {
      sealer: testSealer(),
      ...{ url: database.url(role), applicationName: 'both-desks', poolSize: 2, statementTimeoutMs: 20_000 },
      ...(duty && { duty }),
    });
  const pools = {
    owner: await open('capacity', 'owner'),
    cases: await open('cases', 'cases'),
    capacity: await open('capacity', 'capacity'),
    ofCases: await open('cases', 'cases', 'background'),
    ofCapacity: await open('capacity', 'capacity', 'background'),
  };
  const cases = await openCases(pools.cases, toCasesConfig({}));
  const capacity = await openCapacity(pools.capacity, config);
  const owner: BothDesks['owner'] = (sql, values = []) => pools.owner.query(sql, values);

  async function change(side: typeof cases, caller: Caller, operation: string, input: object, asked: string) {
    const type = operation === 'resumePlacement' ? 'PlacementStepInput' : /Hold$/.test(operation) && operation !== 'answerHold' ? 'HoldStepInput' : `${operation[0]?.toUpperCase() ?? ''}${operation.slice(1)}Input`; // prettier-ignore
    const document = `mutation ($input: ${type}!) { step: ${operation}(input: $input) { ${asked} } }`;
    const { data, errors } = await askSubgraph(side, caller, document, {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    return { step: data?.['step'] as Record<string, { id: string }> | null, codes: errors.map(({ code }) => code) };
  }
  const told = (db: DataSource, schema: string, consumers: readonly Consumer[]) =>
    relay(db, { schema, consumers, logger });
  const desks = {
    tellCapacity: (more?: Consumer) =>
      told(pools.ofCases, 'cases', [tellCapacity, tellOfPlacements, ...(more ? [more] : [])]),
    tellCases: (more?: Consumer) => told(pools.ofCapacity, 'capacity', [tellCases, ...(more ? [more] : [])]),
    follow: () => followPlacements(pools.ofCapacity, config),
    async sweep() {
      await sweepHolds(pools.ofCapacity, config);
    },
  };
  let next = 0;

  await desks.tellCapacity();
  await desks.tellCases();
  const offers = (await owner(
    `select id, organisation_id as "organisationId" from capacity.offer o where unit = 'PLACE' and retired_at is null and not is_crisis
       and rung in ('AMBULATORY','INTENSIVE_AMBULATORY','DAY_TREATMENT','PART_TIME_RESPITE','FOSTER','FAMILY_HOME') and not exists (select from capacity.closure c where c.offer_id = o.id)
     order by key, id`,
  )) as { id: string; organisationId: string }[];
  const caseIds = await owner(
    `select id from cases.case_file where region = 'flevoland' and status = 'OPEN' and not is_restricted order by number`,
  );

  return {
    ...desks,
    database,
    owner,
    async hold() {
      const { id: offerId, organisationId } = offers[next % offers.length] ?? { id: '', organisationId: '' };
      const { id: caseId } = caseIds[next++ % caseIds.length] ?? {};
      await owner(
        `update capacity.hold set ended_at = hub_now(), ended_as = 'RELEASED' where offer_id = $1 and ended_at is null`,
        [offerId],
      );
      await owner(`delete from capacity.capacity_report where offer_id = $1`, [offerId]);
      await owner(
        `insert into capacity.capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
         select id, 1, hub_now() - interval '1 minute', 'test', 'MACHINE', 'HAS_CAPACITY', 1, 1, unit from capacity.offer where id = $1`,
        [offerId],
      );
      await owner(
        `update cases.placement set status = 'ENDED', ended_at = hub_now() where case_id = $1 and status in ('STARTED','PAUSED')`,
        [caseId],
      );
      const held = await change(capacity, broker, 'holdPlace', { caseId, offerId }, 'hold { id }');
      const holdId = held.step?.['hold']?.id;
      if (holdId === undefined) throw new Error(`no hold: ${held.codes.join()}`);
      await change(
        capacity,
        callerAs('provider-planner', organisationId),
        'answerHold',
        { holdId, answer: 'ACCEPT' },
        'hold { id }',
      );
      await desks.tellCases();
      return { holdId, offerId };
    },
    async answer(operation, holdId) {
      return (await change(capacity, broker, operation, { holdId }, 'hold { id }')).codes.length === 0;
    },
    async allocate(holdId) {
      const [of] = await owner('select case_id as "caseId" from capacity.hold_case where hold_id = $1', [holdId]);
      return (
        (await change(cases, broker, 'allocatePlacement', { ...of, holdId }, 'placement { id }')).codes.length === 0
      );
    },
    async step(operation, holdId, more = {}) {
      const [of] = await owner('select id as "placementId", version from cases.placement where hold_id = $1', [holdId]);
      if (!of) return false;
      return (await change(cases, broker, operation, { ...of, ...more }, 'placement { id }')).codes.length === 0;
    },
    async recover() {
      for (let round = 0; round < 4; round++) {
        await desks.sweep();
        await desks.tellCases();
        await desks.tellCapacity();
        await desks.follow();
      }
    },
    async standing(holdId) {
      const [row] = await owner(
        `select capacity.hold_state(h, hub_now()) as hold, p.status as placement, k.state as known
         from capacity.hold h left join cases.placement p on p.hold_id = h.id left join cases.known_hold k on k.hold_id = h.id where h.id = $1`,
        [holdId],
      );
      return row as unknown as Standing;
    },
    async close() {
      for (const pool of Object.values(pools)) await pool.destroy();
      await database.drop();
    },
  };
}
