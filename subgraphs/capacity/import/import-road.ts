import type { Caller } from '../../../platform/identity/caller.js';
import { fileRoad } from '../../../platform/import/taking/file-road.js';
import type { Intake } from '../../../platform/import/taking/take-file.js';
import type { Road } from '../../../platform/subgraph/roads/road.js';
import type { CapacityContext, ChangeOptions } from '../context.js';
import { providers } from '../policy.js';
import { publishing } from '../publishing/publication/publication-terms.js';
import { bounded } from './bounded-offers.js';
import type { ImportRow } from './columns/row.rules.js';
import { figureFile, figureReport } from './figure-file.js';
import type { ImportedRow } from './import.service.js';
import { repeatedOffers } from './repeated-offers.js';

const options: Readonly<Record<'claim' | 'part' | 'whole', ChangeOptions>> = {
  claim: {},
  part: publishing,
  whole: { ...publishing, bulk: 'long' },
};

/** Figures from a file, for providers. */
export function importRoad(contextOf: (caller: Caller) => CapacityContext): Road {
  return fileRoad({
    roles: providers,
    scope: 'registers/capacity/offers:publish',
    kind: figureFile,
    report: figureReport,
    intakeOf: (caller, signal) => intakeOf(contextOf(caller), signal),
    watch: repeatedOffers,
  });
}

/** Only a rehearsal shows figures: what is kept for who sends the file again is as small as can be. */
async function intakeOf(context: CapacityContext, signal: AbortSignal): Promise<Intake<ImportRow, ImportedRow>> {
  const now = await context.services.imports.now();
  return {
    bounded,
    once: (request, { size, isRehearsal }, doing) =>
      context.once(request, { ...options[size], isRehearsal }, ({ imports }) =>
        doing(async (rows) => {
          const taken = await imports.take(context.caller, rows, now, signal);
          return isRehearsal ? taken : taken.map((row) => ({ ...row, from: null, to: null }));
        }),
      ),
  };
}
