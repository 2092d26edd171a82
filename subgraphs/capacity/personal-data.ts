import type { PersonalData } from '../../platform/personal-data/personal-data.js';

const ofBreakGlass = 'select event_id from break_glass_case where case_id = $1';

const ofHandOver = 'select event_id from hand_over_case where case_id = $1';

/** Where capacity knows a case, by its random identifier alone. A hold stays, without its case: it is part of what an offer gave. */
export const capacityPersonalData: PersonalData = {
  tables: [
    {
      ...{ table: 'mail', column: 'break_glass_id', holds: 'mail of emergency access to be sent', erasure: 'remove' },
      through: 'select break_glass_id from break_glass_case where case_id = $1',
    },
    {
      ...{ table: 'notice', column: 'event_id', holds: 'that emergency access was told', erasure: 'remove' },
      through: ofBreakGlass,
    },
    {
      ...{ table: 'outbox', column: 'event_id', holds: 'events of emergency access', erasure: 'remove' },
      through: ofBreakGlass,
    },
    { table: 'notice', column: 'case_id', holds: 'that the case was handed over', erasure: 'remove' },
    {
      ...{ table: 'outbox', column: 'event_id', holds: 'events of handing over', erasure: 'remove' },
      through: ofHandOver,
    },
    { table: 'hand_over_case', column: 'case_id', holds: 'which events of handing over were told', erasure: 'remove' },
    { table: 'break_glass_case', column: 'case_id', holds: 'which emergency accesses were told', erasure: 'remove' },
    {
      ...{ table: 'hold_ending', column: 'hold_id', holds: 'why places were refused' },
      through: 'select hold_id from hold_case where case_id = $1',
      erasure: { empty: ['refusal_note'] },
    },
    {
      ...{ table: 'waitlist_entry', column: 'id', holds: 'waiting lists and turns passed over', erasure: 'remove' },
      through: 'select entry_id from waitlist_case where case_id = $1',
    },
    { table: 'waitlist_case', column: 'case_id', holds: 'for which case was waited', erasure: 'remove' },
    {
      ...{
        table: 'placement_projection',
        column: 'hold_id',
        holds: 'how the care stands that came of holds',
        erasure: 'remove',
      },
      through: 'select hold_id from hold_case where case_id = $1',
    },
    {
      ...{ table: 'unmet_need', column: 'case_id', holds: 'for which help no option was found' },
      erasure: { empty: ['case_id'] },
    },
    { table: 'saved_search', column: 'case_id', holds: 'searches that were kept for it', erasure: 'remove' },
    { table: 'hold_case', column: 'case_id', holds: 'for which case places were held', erasure: 'remove' },
    { table: 'case_projection', column: 'id', holds: 'whose the case is, and whether it is open', erasure: 'remove' },
  ],
  // answers and other events name holds and waiting lists, never their case
  mentions: [],
};
