import type { PersonalData } from '../../platform/personal-data/personal-data.js';

/** Where capacity knows a case, by its random identifier alone. A hold stays, without its case: it is part of what an offer gave. */
export const capacityPersonalData: PersonalData = {
  tables: [
    { table: 'waitlist_entry', column: 'case_id', holds: 'waiting lists and turns passed over', erasure: 'remove' },
    {
      table: 'hold',
      column: 'case_id',
      holds: 'places held',
      erasure: { empty: ['group_id', 'refusal_note', 'case_id'] },
    },
    { table: 'case_projection', column: 'id', holds: 'whose the case is, and whether it is open', erasure: 'remove' },
  ],
  // answers and events name holds and waiting lists, never their case
  mentions: [],
};
