import { sealedPlace, type SealedColumn } from '../../platform/secrecy/database-sealer.js';

/** What people wrote of a case in their own words, and the owner's number of it. */
const columns = {
  ownReference: { table: 'case_file', column: 'own_reference', key: 'id' },
  explanation: { table: 'break_glass', column: 'explanation', key: 'id' },
  reviewNote: { table: 'break_glass_review', column: 'note', key: 'id' },
} satisfies Readonly<Record<string, SealedColumn>>;

export const casesSealed: readonly SealedColumn[] = Object.values(columns);

/** By which name each is bound to where it is kept. */
export const sealedPlaces = {
  ownReference: sealedPlace('cases', columns.ownReference),
  explanation: sealedPlace('cases', columns.explanation),
  reviewNote: sealedPlace('cases', columns.reviewNote),
};
