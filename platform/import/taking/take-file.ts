import { setImmediate as turnOfLoop, setTimeout as wait } from 'node:timers/promises';
import { databaseFault } from '../../database/database-faults.js';
import { HubError, type ErrorCode } from '../../errors/errors.js';
import type { IdempotentAnswer, IdempotentRequest } from '../../idempotency/idempotency.js';
import { rowFault } from '../../input/row-fault.js';
import type { FileRow, TakenRow } from '../file-row.js';
import type { ImportTerms } from './import-terms.js';
import { inParts, partsOf, rowsInPart } from './parts.js';

/** What became of one part of a file. */
export interface TakenPart<T> {
  readonly rows: readonly T[];
  readonly isReplay: boolean;
}

/** Takes rows in, in their order, within a transaction. */
export type Take<R, T> = (rows: readonly R[]) => Promise<readonly T[]>;

/** What one transaction of an import is about. */
export interface ImportWork {
  /** The key of the whole alone, a part of 500 rows, or the whole file. */
  readonly size: 'claim' | 'part' | 'whole';
  readonly isRehearsal: boolean;
}

/** How a subgraph takes rows of one file in, for one caller. */
export interface Intake<R, T> {
  /** Does work in one transaction, once for each key of the caller: it gets what takes rows in there. */
  once<A>(
    request: IdempotentRequest,
    work: ImportWork,
    doing: (take: Take<R, T>) => Promise<A>,
  ): Promise<IdempotentAnswer<A>>;
  /** The same rows, of which those are refused that may not be there so often. */
  bounded(rows: AsyncIterable<R>): AsyncIterable<R>;
}

interface Taking<R, T> {
  readonly intake: Intake<R, T>;
  readonly rows: AsyncIterable<R>;
  readonly terms: ImportTerms;
  readonly signal: AbortSignal;
}

const attempts = 5;
const pauseMs = 400;
const passing: ReadonlySet<ErrorCode> = new Set(['OVERLOADED', 'DATABASE_UNAVAILABLE', 'DEADLINE_EXCEEDED']);

/**
 * Takes a file in part by part, each part in a transaction of its own, or all of it in one. Only a part is held in memory, or where
 * it is all or nothing the rows of the file: the transaction begins once all of them are there, and does not wait for a slow sender.
 * Ends with the signal's reason once nobody waits for it any more, and keeps nothing of what was under way.
 */
export async function* takeFile<R extends FileRow<unknown>, T extends TakenRow>(
  intake: Intake<R, T>,
  rows: AsyncIterable<R>,
  terms: ImportTerms,
  signal: AbortSignal,
): AsyncGenerator<TakenPart<T>> {
  const taking = { intake, rows: intake.bounded(rows), terms, signal };
  yield* terms.isAtomic ? await again(await whole(taking), signal) : takeByPart(taking);
}

/**
 * The key itself stands for how the file is taken; that of a part for its rows and for whether more follow. So another file under the
 * same key is found out at the first part that is not the same, and a file that broke off goes on where it was.
 */
async function* takeByPart<R, T>({ intake, rows, terms, signal }: Taking<R, T>): AsyncGenerator<TakenPart<T>> {
  const { key, isRehearsal } = terms;
  const request = { operation: 'import', key };
  const claim = { ...request, input: { isAtomic: false } };
  const claiming = { size: 'claim', isRehearsal } as const;
  if (!isRehearsal) await again(() => intake.once(claim, claiming, () => Promise.resolve(null)), signal);
  let number = 0;
  for await (const part of partsOf(rows)) {
    number += 1;
    const asked = { ...request, part: String(number), input: part };
    const { answer, isReplay } = await again(
      () => intake.once(asked, { size: 'part', isRehearsal }, (take) => take(part.rows)),
      signal,
    );
    yield { rows: answer, isReplay };
  }
}

/** Undoes everything, and tells what would have become of each row. */
class NotWhole<T> extends Error {
  constructor(readonly rows: readonly T[]) {
    super('not every row can be taken');
  }
}

/** The work that takes the whole file in or nothing, once all of it is there. */
async function whole<R, T extends TakenRow>(taking: Taking<R, T>): Promise<() => Promise<TakenPart<T>[]>> {
  const rows: R[] = [];
  for await (const part of partsOf(taking.rows)) {
    rows.push(...part.rows);
    // a file that came in at once would be read at once, while everybody else waits
    await turnOfLoop();
  }
  return () => takeWhole(taking, rows);
}

async function takeWhole<R, T extends TakenRow>(
  { intake, terms }: Taking<R, T>,
  rows: readonly R[],
): Promise<TakenPart<T>[]> {
  const { key, isRehearsal } = terms;
  try {
    const { answer, isReplay } = await intake.once(
      { operation: 'import', key, input: { isAtomic: true, rows } },
      { size: 'whole', isRehearsal },
      async (take) => {
        const taken = await take(rows);
        if (taken.some(({ faults }) => faults.length > 0)) throw new NotWhole(taken);
        return taken;
      },
    );
    return inParts(answer, rowsInPart).map((part) => ({ rows: part, isReplay }));
  } catch (error) {
    if (!(error instanceof NotWhole)) throw error;
    const undone = (error.rows as readonly T[]).map(refused);
    return inParts(undone, rowsInPart).map((part) => ({ rows: part, isReplay: false }));
  }
}

function refused<T extends TakenRow>(row: T): T {
  return row.faults.length > 0 ? row : { ...row, outcome: 'REJECTED', faults: [rowFault('OTHER_ROWS_REFUSED', '')] };
}

/** Tries again what passes by itself: a part has a key, so that it is never done twice. */
export async function again<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    signal.throwIfAborted();
    try {
      return await work();
    } catch (error) {
      const code = error instanceof HubError ? error.code : databaseFault(error);
      if (code === null || !passing.has(code) || attempt === attempts) throw error;
      await wait(pauseMs * attempt, undefined, { signal });
    }
  }
}
