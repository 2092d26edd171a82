import { Readable } from 'node:stream';
import { databaseFault } from '../../../platform/database/database-faults.js';
import { HubError, type Language } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { Road, RoadRequest } from '../../../platform/subgraph/roads/road.js';
import type { CapacityContext } from '../context.js';
import { ownOrganisation } from '../../../platform/identity/own-organisation.js';
import { providers } from '../policy.js';
import { readTerms, type ImportTerms } from './import-terms.js';
import { count, errorLine, line, noRows, rowLines } from './import-lines.js';
import { openImport, type ImportFile } from './read-rows.js';
import { repeatedOffers } from './repeated-offers.js';
import { takeFile } from './take-file.js';

/**
 * Figures from a file of CSV, XLSX or JSON lines. What cannot be read at all is refused; otherwise the answer is lines of JSON: rows
 * that were not taken, how far it is, and a summary as the last one.
 */
export function importRoad(contextOf: (caller: Caller) => CapacityContext): Road {
  return {
    roles: providers,
    scope: 'registers/capacity/offers:publish',
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
  { caller: { language }, signal, report }: RoadRequest,
): AsyncGenerator<string> {
  const { isRehearsal, isAtomic } = terms;
  const counts = noRows();
  const repeated = repeatedOffers();
  let isReplay = false;
  let isComplete = true;
  yield openingLines(file, terms, language);
  try {
    for await (const taken of takeFile(context, file, terms, signal)) {
      count(counts, taken.rows, file);
      repeated.watch(taken.rows);
      isReplay ||= taken.isReplay;
      yield taken.rows.map((row) => rowLines(row, file, terms, language)).join('') + line('progress', counts);
    }
  } catch (error) {
    isComplete = false;
    yield errorLine('error', reasonOf(error, report), language);
  }
  count(counts, [], file);
  yield (
    repeated.notices(language).join('') + line('summary', { ...counts, isComplete, isReplay, isRehearsal, isAtomic })
  );
}

function openingLines(
  { format, notice }: ImportFile,
  { isRehearsal, isAtomic }: ImportTerms,
  language: Language,
): string {
  const start = line('start', { format, isRehearsal, isAtomic });
  return notice ? start + errorLine('notice', notice, language) : start;
}

/** What broke off an import, as its sender may know it; any other error is the hub's own and goes on to its log. */
function reasonOf(error: unknown, report: RoadRequest['report']): HubError {
  if (error instanceof HubError) return error;
  const code = databaseFault(error);
  if (!code) throw error;
  report(error);
  return new HubError(code);
}
