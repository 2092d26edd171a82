import { sealedPlace, type SealedColumn } from '../../platform/secrecy/database-sealer.js';

/** What a provider wrote of a case that it refused. */
const refusalNote: SealedColumn = { table: 'hold_ending', column: 'refusal_note', key: 'hold_id' };

export const capacitySealed: readonly SealedColumn[] = [refusalNote];
export const refusalNotePlace = sealedPlace('capacity', refusalNote);
