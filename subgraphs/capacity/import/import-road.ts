import { Readable } from 'node:stream';
import { databaseFault } from '../../../platform/database/database-faults.js';
import { HubError } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { Road, RoadRequest } from '../../../platform/subgraph/roads/road.js';
import type { CapacityContext } from '../context.js';
import { ownOrganisation } from '../access/own-organisation.js';
import { providers } from '../policy.js';
import { readTerms, type ImportTerms } from './import-terms.js';
import { count, errorLine, line, noRows, rowLine } from './import-lines.js';
import { openImport, type ImportFile } from './read-rows.js';
import { takeFile } from './take-file.js';

/**
 * Figures from a file of CSV, XLSX or JSON lines. What cannot be read at all is refused; otherwise the answer is lines of JSON: rows
 * that were not taken, how far it is, and a summary as the last one.
 */
export function importRoad(contextOf: (caller: Caller) => CapacityContext): Road {
  return {
    roles: providers,
    async travel(request) {
      ownOrganisation(request.caller);
      const terms = readTerms(request);
      const file = await openImport(request.body, request.mediaType, request.signal);
      const lines = answerLines(contextOf(request.caller), file, terms, request);
      return { status: 200, mediaType: 'application/x-ndjson', body: Readable.from(lines) };
    },
  };
}

async function* answerLines(
  context: CapacityContext,
  file: ImportFile,
  terms: ImportTerms,
  { caller, signal, report }: RoadRequest,
): AsyncGenerator<string> {
  const { language } = caller;
  const { isRehearsal, isAtomic } = terms;
  const counts = noRows();
  let isReplay = false;
  let isComplete = true;
  yield line('start', { format: file.format, isRehearsal, isAtomic });
  if (file.ignored.length > 0)
    yield errorLine('notice', new HubError('IMPORT_COLUMNS_IGNORED', { columns: someOf(file.ignored) }), language);
  try {
    for await (const taken of takeFile(context, file, terms, signal)) {
      count(counts, taken.rows);
      isReplay ||= taken.isReplay;
      const told = taken.rows.filter(({ fault, outcome }) => fault ?? (isRehearsal && outcome === 'ACCEPTED'));
      yield told.map((row) => rowLine(row, file, language)).join('') + line('progress', counts);
    }
  } catch (error) {
    isComplete = false;
    yield errorLine('error', reasonOf(error, report), language);
  }
  yield line('summary', { ...counts, isComplete, isReplay, isRehearsal, isAtomic });
}

const mostNamed = 20;

/** As many as can be read at a glance. */
function someOf(columns: readonly string[]): string {
  const named = columns.slice(0, mostNamed).join(', ');
  return columns.length > mostNamed ? `${named}, …` : named;
}

/** What broke off an import, as its sender may know it; any other error is the hub's own and goes on to its log. */
function reasonOf(error: unknown, report: RoadRequest['report']): HubError {
  if (error instanceof HubError) return error;
  const code = databaseFault(error);
  if (!code) throw error;
  report(error);
  return new HubError(code);
}
