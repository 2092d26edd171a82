import type { Role } from '../../platform/identity/caller.js';
import type { Policy } from '../../platform/policy/policy.js';

const caseWorkers: readonly Role[] = ['care-broker', 'case-owner'];
/** Who may know who looked: those who answer to the family for it, and who supervises it. */
const accessReaders: readonly Role[] = ['case-owner', 'privacy-officer'];
const tableReaders: readonly Role[] = ['care-broker', 'analyst'];
const ownCases = 'broker: own region; case owner: own organisation';
const accessRows = 'case owner: cases of the own organisation; privacy officer: every case';
const countedRegion = 'own region; small numbers suppressed for an analyst';

/**
 * Who may use cases: those who work on a case, and for the counted year table brokers and those who study it. Brokers see their
 * region and case owners their own organisation: the read models hold to that. A case owner, who knows the own children one by
 * one, could take them from a row of the year table and read off the others.
 */
export const casesPolicy: Policy = {
  operations: [
    { names: ['case', 'cases', 'consultations'], roles: caseWorkers, rows: ownCases },
    { names: ['caseAccesses'], roles: accessReaders, rows: accessRows },
    { names: ['yearTable'], roles: tableReaders, rows: countedRegion },
  ],
  types: [
    { names: ['Case', 'Consultation', 'Referrer'], roles: caseWorkers, rows: ownCases },
    {
      names: ['Need'],
      roles: caseWorkers,
      rows: `${ownCases}; postcodes of a restricted case: own organisation only`,
    },
    { names: ['CaseAccess'], roles: accessReaders, rows: accessRows },
    {
      names: ['Organisation'],
      roles: [...caseWorkers, 'privacy-officer'],
      rows: 'the key only, of those that such a row names',
    },
    {
      names: ['YearTable', 'YearTableSection', 'YearTableRow', 'YearTableCell', 'YearTableCheck'],
      roles: tableReaders,
      rows: countedRegion,
    },
  ],
  fields: [{ names: ['Case.ownReference'], roles: ['case-owner'], rows: 'own organisation' }],
};
