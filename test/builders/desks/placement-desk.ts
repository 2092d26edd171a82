import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../platform/identity/caller.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import { idOf } from '../rows/case.js';
import { knownHold, openReferralDesk, people, tellOffers, type ReferralDesk } from './referral-desk.js';

/** A placement as the desk reads it. */
export interface Placed {
  readonly id: string;
  readonly status: string;
  readonly rung: string;
  readonly version: number;
  readonly [field: string]: unknown;
}

interface Stepped {
  readonly placed: Placed | null;
  readonly isReplay: boolean | undefined;
  readonly codes: unknown[];
}

/** Cases by itself, with the cases of a referral desk, whose care is allocated, started and ended. */
export interface PlacementDesk extends ReferralDesk {
  /** Takes a step, by its operation, with a key of its own. */
  step(operation: string, input: object, caller?: Caller): Promise<Stepped>;
  /** Allocates care to case 1 in the own network, on a rung. */
  allocateAtHome(rung?: string, input?: object): Promise<Placed>;
  start(placed: Placed, input?: object): Promise<Placed>;
  /** As capacity tells of a hold of case 1, each time newer. */
  tellHold(state: string, other?: object): Promise<void>;
  /** How many rows a statement of the login role finds or changes, whatever it forgets to ask. */
  attempt(caller: Caller, sql: string): Promise<number>;
  rungOf(n: number): Promise<string>;
  placementEvents(): Promise<{ kind: string; data: Record<string, unknown> }[]>;
}

const fields = `placement { id status rung previousRung nextRung isSecondary version startedAt pausedAt endedAt endReason
  kinshipTerm { contractOn dueOn decision decidedOn } dischargeBlock { reason sinceOn } organisation { id } offer { id } hold { id } } isReplay`;
const typeOf = (operation: string): string =>
  operation === 'resumePlacement'
    ? 'PlacementStepInput'
    : `${operation[0]?.toUpperCase() ?? ''}${operation.slice(1)}Input`;

/** What the driver gives for an update: the rows, and how many there were. */
function isChange(answer: unknown): answer is [unknown[], number] {
  return Array.isArray(answer) && Array.isArray(answer[0]) && typeof answer[1] === 'number';
}

export const of = ({ id, version }: Placed): object => ({ placementId: id, version });

export async function openPlacementDesk(): Promise<PlacementDesk> {
  const desk = await openReferralDesk();
  let version = 1;
  const step: PlacementDesk['step'] = async (operation, input, caller = people.broker) => {
    const document = `mutation ($input: ${typeOf(operation)}!) { step: ${operation}(input: $input) { ${fields} } }`;
    const { data, codes } = await desk.ask(caller, document, { input: { idempotencyKey: randomUUID(), ...input } });
    const answer = data?.['step'] as { placement: Placed | null; isReplay: boolean } | null;
    return { placed: answer?.placement ?? null, isReplay: answer?.isReplay, codes };
  };
  const made = async (operation: string, input: object): Promise<Placed> => {
    const { placed, codes } = await step(operation, input);
    if (!placed) throw new Error(`no placement: ${codes.join()}`);
    return placed;
  };
  return {
    ...desk,
    step,
    async begin() {
      await desk.database.owner.query('truncate placement cascade');
      await desk.begin();
      await tellOffers(desk.database);
      await desk.database.owner.query('delete from outbox');
    },
    allocateAtHome: (rung = 'OWN_HOME', input = {}) => made('allocatePlacement', { caseId: idOf(1), rung, ...input }),
    start: (placed, input = {}) => made('startPlacement', { ...of(placed), ...input }),
    async tellHold(state, other = {}) {
      const isConverted = state === 'CONVERTED' || state === 'ENDED';
      const convertedAt = isConverted ? new Date().toISOString() : null;
      version += 1;
      await desk.database.owner.query('select receive_holds($1)', [
        JSON.stringify([knownHold(702, 1, { state, convertedAt, version, ...other })]),
      ]);
    },
    async attempt(caller, sql) {
      const answer = await withCaller(desk.database.db, caller, (tx) => tx.query<unknown>(sql));
      return isChange(answer) ? answer[1] : (answer as unknown[]).length;
    },
    async rungOf(n) {
      const rows = await desk.database.owner.query<{ rung: string }[]>(
        'select current_rung as rung from case_file where id = $1',
        [idOf(n)],
      );
      return rows[0]?.rung ?? '';
    },
    placementEvents: () =>
      desk.database.owner.query(`select kind, data from outbox where kind like 'placement.%' order by id`),
  };
}
