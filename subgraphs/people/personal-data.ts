import type { PersonalData } from '../../platform/personal-data/personal-data.js';

/** Where people knows a case, by its random identifier alone. A deployment stays, without its case: it is part of what professionals gave, and counted in a municipality. */
export const peoplePersonalData: PersonalData = {
  tables: [
    { table: 'deployment_case', column: 'case_id', holds: 'for which case a duo went out', erasure: 'remove' },
    { table: 'case_projection', column: 'id', holds: 'whose the case is, and whether it is open', erasure: 'remove' },
  ],
  // answers that are kept name deployments, never their case
  mentions: [],
};
