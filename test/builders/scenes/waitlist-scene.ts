import type { Caller } from '../../../platform/identity/caller.js';
import { sweepHolds } from '../../../subgraphs/capacity/hold/sweep.js';
import type { WaitlistRow } from '../../../subgraphs/capacity/waitlist/waitlist.read-model.js';
import type { JoinAsked } from '../../../subgraphs/capacity/waitlist/waitlist.service.js';
import type { WorldReport } from '../../oracle/world.js';
import { openCapacityDatabase } from '../databases/capacity-database.js';
import { idOf } from '../rows/case.js';
import { aPlace, brokerOfRegion, holdConfig, inServices, knowCases, planner } from '../rows/hold.js';
import { anOffer, aReport } from '../rows/offer.js';

const at = '2026-11-21T12:00:00Z';
export const hoursLater = (hours: number): string => new Date(Date.parse(at) + hours * 3_600_000).toISOString();
export const offerId = anOffer(1).id;
export const full: Partial<WorldReport> = { status: 'NO_CAPACITY', available: 0, method: 'MANUAL' };
export const firstPage = { first: 20, limit: 21, after: null };

/** One offer, what a broker and its provider do with its waiting list, and how the list stands. */
export type WaitlistScene = Awaited<ReturnType<typeof openWaitlistScene>>;

export async function openWaitlistScene() {
  const capacity = await openCapacityDatabase();
  /** A full offer nobody waits for, and eight cases: the seventh of another region, the eighth closed. */
  const reset = async (): Promise<void> => {
    await capacity.setClock(at);
    await capacity.owner.query('delete from outbox');
    await write(aReport(full));
    await knowCases(capacity.owner, 8, { 7: { region: 'region-2' }, 8: { status: 'CLOSED' } });
  };
  const write = (...reports: WorldReport[]) => capacity.write([anOffer(1, { reports })], at);
  const join = (n: number, other: Partial<JoinAsked> = {}, caller = brokerOfRegion): Promise<string> =>
    inServices(capacity.db, ({ waiting }) =>
      waiting.join(caller, { caseId: idOf(n), offerId, quantity: 1, priority: 'REGULAR', ...other }),
    );
  const leave = (entryId: string, caller = brokerOfRegion) =>
    inServices(capacity.db, ({ waiting }) => waiting.leave(caller, entryId));
  const hold = (n: number, quantity = 1) =>
    inServices(capacity.db, ({ placing }) => placing.hold(brokerOfRegion, [aPlace(offerId, n, { quantity })]));
  const list = (caller: Caller = brokerOfRegion): Promise<WaitlistRow[]> =>
    inServices(capacity.db, ({ waitlists }) => waitlists.findPageOfOffer(caller, offerId, firstPage));
  /** Case number and state of each entry in fair order, as 3:WAITING. */
  const stand = async (): Promise<string[]> =>
    (
      await capacity.owner.query<{ text: string }[]>(
        `select ltrim(right(case_id::text, 4), '0') || ':' || state as text from waitlist_entry join waitlist_case on entry_id = id
       order by array_position('{CRISIS,URGENT,REGULAR}'::text[], priority), since, id`,
      )
    ).map(({ text }) => text);
  const passings = async (): Promise<string[]> =>
    (
      await capacity.owner.query<{ text: string }[]>(
        `select ltrim(right(e.case_id::text, 4), '0') || ':' || p.reason as text
       from waitlist_passing p join waitlist_case e on e.entry_id = p.entry_id order by p.passed_at, text`,
      )
    ).map(({ text }) => text);
  const holdOf = async (n: number): Promise<string> =>
    (
      await capacity.owner.query<{ id: string }[]>(
        `select id from hold join hold_case on hold_id = id where case_id = $1 and hold_state(hold, hub_now()) in ('REQUESTED','ACTIVE')`,
        [idOf(n)],
      )
    )[0]?.id ?? '';
  /** The provider reports so many free, so many hours later than at the start. */
  const free = async (available: number, hours: number): Promise<void> => {
    await capacity.setClock(hoursLater(hours));
    await capacity.owner.query(
      `insert into capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
       values ($1, $2, hub_now(), 'provider', 'MANUAL', $3, $4, 6, 'PLACE')`,
      [offerId, hours + 10, available > 0 ? 'HAS_CAPACITY' : 'NO_CAPACITY', available],
    );
  };
  const wait = (minutes: number) => capacity.setClock(hoursLater(minutes / 60));
  const sweep = () => sweepHolds(capacity.background, holdConfig);
  const refuse = async (n: number) =>
    inServices(capacity.db, async ({ holds }) =>
      holds.refuse(planner, await holdOf(n), { code: 'GROUP_MIX', note: null }),
    );
  return { capacity, reset, write, join, leave, hold, list, stand, passings, holdOf, free, wait, sweep, refuse };
}
