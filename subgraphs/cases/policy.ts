import type { Role } from '../../platform/identity/caller.js';
import type { Policy } from '../../platform/policy/policy.js';

const caseWorkers: readonly Role[] = ['care-broker', 'case-owner'];
/** Who may know who looked: those who answer to the family for it, and who supervises it. */
const accessReaders: readonly Role[] = ['case-owner', 'privacy-officer'];
const tableReaders: readonly Role[] = ['care-broker', 'analyst'];

/**
 * Who may use cases: those who work on a case, and for the counted year table brokers and those who study it. Brokers see their
 * region and case owners their own organisation: the read models hold to that. A case owner, who knows the own children one by
 * one, could take them from a row of the year table and read off the others.
 */
export const casesPolicy: Policy = {
  operations: {
    case: caseWorkers,
    cases: caseWorkers,
    caseAccesses: accessReaders,
    consultations: caseWorkers,
    yearTable: tableReaders,
  },
  types: {
    Case: { readers: caseWorkers, fields: { ownReference: ['case-owner'] } },
    Need: { readers: caseWorkers },
    Consultation: { readers: caseWorkers },
    Referrer: { readers: caseWorkers },
    CaseAccess: { readers: accessReaders },
    Organisation: { readers: [...caseWorkers, 'privacy-officer'] },
    YearTable: { readers: tableReaders },
    YearTableSection: { readers: tableReaders },
    YearTableRow: { readers: tableReaders },
    YearTableCell: { readers: tableReaders },
    YearTableCheck: { readers: tableReaders },
  },
};
