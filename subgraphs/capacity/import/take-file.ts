import { setImmediate as turnOfLoop, setTimeout as wait } from 'node:timers/promises';
import { databaseFault } from '../../../platform/database/database-faults.js';
import type { ErrorCode } from '../../../platform/errors/errors.js';
import { HubError } from '../../../platform/errors/errors.js';
import type { CapacityContext } from '../context.js';
import { publishing } from '../publishing/publication/publication-terms.js';
import { rowFault } from '../../../platform/input/row-fault.js';
import type { CapacityServices } from '../services.js';
import type { ImportRow } from './columns/row.rules.js';
import type { ImportTerms } from './import-terms.js';
import { inParts, type ImportedRow } from './import.service.js';
import { bounded, partsOf, rowsInPart } from './parts.js';
import type { ImportFile } from './read-rows.js';

/** What became of one part of a file. */
export interface TakenPart {
  readonly rows: readonly ImportedRow[];
  readonly isReplay: boolean;
}

const attempts = 5;
const pauseMs = 400;
const passing: ReadonlySet<ErrorCode> = new Set(['OVERLOADED', 'DATABASE_UNAVAILABLE', 'DEADLINE_EXCEEDED']);

/**
 * Takes a file in part by part, each part in a transaction of its own, or all of it in one. Only a part is held in memory, or where
 * it is all or nothing the rows of the file: the transaction begins once all of them are there, and does not wait for a slow sender.
 * Ends with the signal's reason once nobody waits for it any more, and keeps nothing of what was under way.
 */
export async function* takeFile(
  context: CapacityContext,
  file: ImportFile,
  terms: ImportTerms,
  signal: AbortSignal,
): AsyncGenerator<TakenPart> {
  const now = await again(() => context.services.imports.now(), signal);
  const take = taker(context, terms, now, signal);
  const taking: Taking = { context, rows: bounded(file.rows), terms, take, signal };
  yield* terms.isAtomic ? await again(await whole(taking), signal) : takeByPart(taking);
}

interface Taking {
  readonly context: CapacityContext;
  readonly rows: AsyncIterable<ImportRow>;
  readonly terms: ImportTerms;
  readonly take: Take;
  readonly signal: AbortSignal;
}

/**
 * The key itself stands for how the file is taken; that of a part for its rows and for whether more follow. So another file under the
 * same key is found out at the first part that is not the same, and a file that broke off goes on where it was.
 */
async function* takeByPart({ context, rows, terms, take, signal }: Taking): AsyncGenerator<TakenPart> {
  const { key, isRehearsal } = terms;
  const request = { operation: 'import', key };
  const claim = { ...request, input: { isAtomic: false } };
  if (!isRehearsal) await again(() => context.once(claim, {}, () => Promise.resolve(null)), signal);
  let number = 0;
  for await (const part of partsOf(rows)) {
    number += 1;
    const asked = { ...request, part: String(number), input: part };
    const { answer, isReplay } = await again(
      () => context.once(asked, { ...publishing, isRehearsal }, (services) => take(part.rows, services)),
      signal,
    );
    yield { rows: answer, isReplay };
  }
}

type Take = (rows: readonly ImportRow[], services: CapacityServices) => Promise<ImportedRow[]>;

/** Takes rows in. Only a rehearsal shows figures: what is kept for who sends the file again is as small as can be. */
function taker({ caller }: CapacityContext, { isRehearsal }: ImportTerms, now: Date, signal: AbortSignal): Take {
  return async (rows, { imports }) => {
    const taken = await imports.take(caller, rows, now, signal);
    return isRehearsal ? taken : taken.map((row) => ({ ...row, from: null, to: null }));
  };
}

/** Undoes everything, and tells what would have become of each row. */
class NotWhole extends Error {
  constructor(readonly rows: readonly ImportedRow[]) {
    super('not every row can be taken');
  }
}

/** The work that takes the whole file in or nothing, once all of it is there. */
async function whole(taking: Taking): Promise<() => Promise<TakenPart[]>> {
  const rows: ImportRow[] = [];
  for await (const part of partsOf(taking.rows)) {
    rows.push(...part.rows);
    // a file that came in at once would be read at once, while everybody else waits
    await turnOfLoop();
  }
  return () => takeWhole(taking, rows);
}

async function takeWhole({ context, terms, take }: Taking, rows: readonly ImportRow[]): Promise<TakenPart[]> {
  const { key, isRehearsal } = terms;
  try {
    const { answer, isReplay } = await context.once(
      { operation: 'import', key, input: { isAtomic: true, rows } },
      { ...publishing, bulk: 'long', isRehearsal },
      async (services) => {
        const taken = await take(rows, services);
        if (taken.some(({ faults }) => faults.length > 0)) throw new NotWhole(taken);
        return taken;
      },
    );
    return inParts(answer, rowsInPart).map((part) => ({ rows: part, isReplay }));
  } catch (error) {
    if (!(error instanceof NotWhole)) throw error;
    return inParts(error.rows, rowsInPart).map((part) => ({ rows: part.map(undone), isReplay: false }));
  }
}

function undone(row: ImportedRow): ImportedRow {
  if (row.faults.length > 0) return row;
  return { ...row, outcome: 'REJECTED', faults: [rowFault('OTHER_ROWS_REFUSED', '')], from: null, to: null };
}

/** Tries again what passes by itself: a part has a key, so that it is never done twice. */
async function again<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
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
