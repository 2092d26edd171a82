import { setTimeout as wait } from 'node:timers/promises';
import { databaseFault } from '../../../platform/database/database-faults.js';
import type { ErrorCode } from '../../../platform/errors/errors.js';
import { HubError } from '../../../platform/errors/errors.js';
import type { CapacityContext } from '../context.js';
import { publishing } from '../publishing/publication/publication-terms.js';
import { rowFault } from '../report/row-fault.js';
import type { CapacityServices } from '../services.js';
import type { ImportRow } from './columns/row.rules.js';
import type { ImportTerms } from './import-terms.js';
import type { ImportedRow } from './import.service.js';
import type { ImportFile } from './read-rows.js';

/** What became of one part of a file. */
export interface TakenPart {
  readonly rows: readonly ImportedRow[];
  readonly isReplay: boolean;
}

const rowsInPart = 500;
const attempts = 5;
const pauseMs = 400;
const passing: ReadonlySet<ErrorCode> = new Set(['OVERLOADED', 'DATABASE_UNAVAILABLE', 'DEADLINE_EXCEEDED']);

/**
 * Takes a file in part by part, each part in a transaction of its own, or all of it in one. Only a part is held in memory, or where
 * it is all or nothing the rows of the file: the transaction begins once all of them are there, and does not wait for a slow sender.
 */
export async function* takeFile(
  context: CapacityContext,
  file: ImportFile,
  terms: ImportTerms,
  signal: AbortSignal,
): AsyncGenerator<TakenPart> {
  const take = taker(context, terms, await context.services.imports.now());
  if (terms.isAtomic) {
    const parts = await all(partsOf(file.rows));
    signal.throwIfAborted();
    yield* await again(() => takeWhole(context, parts, terms, take));
    return;
  }
  let number = 0;
  for await (const part of partsOf(file.rows)) {
    signal.throwIfAborted();
    number += 1;
    const request = { operation: 'import', key: `${terms.key}/${number}`, input: part };
    const { isRehearsal } = terms;
    const { answer, isReplay } = await again(() =>
      context.once(request, { ...publishing, isRehearsal }, (services) => take(part, services)),
    );
    yield { rows: answer, isReplay };
  }
}

type Take = (part: readonly ImportRow[], services: CapacityServices) => Promise<ImportedRow[]>;

/** Takes a part in. Only a rehearsal shows figures: what is kept for who sends the file again is as small as can be. */
function taker({ caller }: CapacityContext, { isRehearsal }: ImportTerms, now: Date): Take {
  return async (part, { imports }) => {
    const rows = await imports.take(caller, part, now);
    return isRehearsal ? rows : rows.map((row) => ({ ...row, from: null, to: null }));
  };
}

/** Undoes everything, and tells what would have become of each row. */
class NotWhole extends Error {
  constructor(readonly parts: readonly ImportedRow[][]) {
    super('not every row can be taken');
  }
}

async function takeWhole(
  context: CapacityContext,
  parts: readonly ImportRow[][],
  { key, isRehearsal }: ImportTerms,
  take: Take,
): Promise<TakenPart[]> {
  try {
    const { answer, isReplay } = await context.once(
      { operation: 'import', key: `${key}/all`, input: parts },
      { ...publishing, isRehearsal },
      async (services) => {
        const taken: ImportedRow[][] = [];
        for (const part of parts) taken.push(await take(part, services));
        if (taken.flat().some(({ faults }) => faults.length > 0)) throw new NotWhole(taken);
        return taken;
      },
    );
    return answer.map((rows) => ({ rows, isReplay }));
  } catch (error) {
    if (!(error instanceof NotWhole)) throw error;
    return error.parts.map((rows) => ({ rows: rows.map(undone), isReplay: false }));
  }
}

function undone(row: ImportedRow): ImportedRow {
  if (row.faults.length > 0) return row;
  return { ...row, outcome: 'REJECTED', faults: [rowFault('OTHER_ROWS_REFUSED', '')], from: null, to: null };
}

async function* partsOf(rows: AsyncIterable<ImportRow>): AsyncGenerator<ImportRow[]> {
  let part: ImportRow[] = [];
  for await (const row of rows) {
    part.push(row);
    if (part.length < rowsInPart) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

/** Tries again what passes by itself: a part has a key, so that it is never done twice. */
async function again<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      const code = error instanceof HubError ? error.code : databaseFault(error);
      if (code === null || !passing.has(code) || attempt === attempts) throw error;
      await wait(pauseMs * attempt);
    }
  }
}
