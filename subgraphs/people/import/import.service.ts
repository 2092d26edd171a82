import type { Caller } from '../../../platform/identity/caller.js';
import { ownOrganisation } from '../../../platform/identity/own-organisation.js';
import type { TakenRow } from '../../../platform/import/file-row.js';
import { inParts, rowsInPart } from '../../../platform/import/taking/parts.js';
import { containsBsn } from '../../../platform/input/free-text.js';
import { rowFault, type RowFault } from '../../../platform/input/row-fault.js';
import type { PublishedProfessionalInput } from '../publishing/publishing.input.js';
import { comparable, professionalFaults, toRecord, type KnownProfessional } from '../publishing/publishing.rules.js';
import type { publishingService } from '../publishing/publishing.service.js';
import type { PublishingStore } from '../publishing/publishing.store.js';
import type { ProfessionalOutcome } from '../publishing/publishing.vocabulary.js';
import { changedColumns } from './changes.rules.js';
import { toPublished, type ImportRow } from './columns/row.rules.js';

/** What became of one row of a file. Survives JSON. */
export interface ImportedProfessional extends TakenRow {
  readonly key: string | null;
  readonly outcome: ProfessionalOutcome;
  readonly professionalId: string | null;
  /** Of one that was known and is changed: in which columns. */
  readonly changed: readonly string[];
}

interface Published {
  readonly source: ImportRow;
  readonly input: PublishedProfessionalInput;
}

/** Publishes rows of a file like any other professionals: under the same rules, with the same outcome. */
export function importService(store: PublishingStore, publishing: ReturnType<typeof publishingService>) {
  async function publish(caller: Caller, rows: readonly Published[]): Promise<ImportedProfessional[]> {
    const professionals = rows.map(({ input }) => input);
    const known = await store.findOwn(
      ownOrganisation(caller),
      professionals.map(({ key }) => key),
    );
    const record = await publishing.publish(caller, { professionals, isComplete: false });
    return rows.map(({ source, input }, index) => {
      const { outcome = 'REJECTED', professionalId = null, fault = null } = record.rows[index] ?? {};
      const faults = fault ? faultsOf(input, fault).map(named) : [];
      return imported(source, outcome, faults, { professionalId, changed: changesOf(input, known.get(input.key)) });
    });
  }

  return {
    /** Takes rows in, in their order; each key stands in one row alone. Call it in a transaction. Ends with the signal's reason. */
    async take(caller: Caller, rows: readonly ImportRow[], signal: AbortSignal): Promise<ImportedProfessional[]> {
      const refused = rows.filter(({ faults }) => faults.length > 0);
      const done = refused.map((source) => imported(source, 'REJECTED', ofKeyFirst(source.faults)));
      const published = rows
        .filter(({ faults }) => faults.length === 0)
        .map((source) => ({ source, input: toPublished(source.values) }));
      for (const part of inParts(published, rowsInPart)) {
        signal.throwIfAborted();
        done.push(...(await publish(caller, part)));
      }
      return done.sort((one, other) => one.row - other.row);
    },
  };
}

/** Without its key a row is about nobody: what else it says need not be mended. */
function ofKeyFirst(faults: readonly RowFault[]): readonly RowFault[] {
  const ofKey = faults.filter(({ parameters }) => parameters.field === 'key');
  return ofKey.length > 0 ? ofKey : faults;
}

/** All that is wrong with a row, where it is wrong by itself; otherwise why it was refused. */
function faultsOf(input: PublishedProfessionalInput, fault: RowFault): readonly RowFault[] {
  const { professional } = input;
  const faults = professional ? professionalFaults(input, 0) : [];
  return faults.length > 0 ? faults : [fault];
}

function changesOf(
  { professional }: PublishedProfessionalInput,
  known: KnownProfessional | undefined,
): readonly string[] {
  return professional && known ? changedColumns(comparable(known.record), toRecord(professional, known)) : [];
}

/** `professionals.3.professional.municipalityCodes.0` is the column `municipalityCodes`. */
function named({ code, parameters }: RowFault): RowFault {
  const parts = parameters.field.split('.');
  if (parts.includes('registration')) return rowFault(code, 'registrationNumber', parameters);
  const column = parts.filter((part) => !/^\d+$/.test(part)).at(-1) ?? '';
  return rowFault(code, column, parameters);
}

function imported(
  { row, form, values: { key } }: ImportRow,
  outcome: ProfessionalOutcome,
  faults: readonly RowFault[],
  { professionalId, changed }: Pick<ImportedProfessional, 'professionalId' | 'changed'> = {
    professionalId: null,
    changed: [],
  },
): ImportedProfessional {
  // a key that may be a BSN is repeated nowhere
  const shownKey = key !== null && containsBsn(key) ? null : key;
  return { row, form, key: shownKey, outcome, faults, professionalId, changed };
}

export type ImportService = ReturnType<typeof importService>;
