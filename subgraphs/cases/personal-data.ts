import type { PersonalData } from '../../platform/personal-data/personal-data.js';

/** What stands for the case in events and answers. */
const ofTheCase = `select id from referral where case_id = $1 union all select id from consent where case_id = $1
  union all select id from break_glass where case_id = $1 union all select id from placement where case_id = $1
  union all select id from mentor where case_id = $1 union all select id from judgement where case_id = $1
  union all select id from round_table where case_id = $1`;

/** Where cases knows a case. Consultations count children: they stay, and name the case no more. */
export const casesPersonalData: PersonalData = {
  tables: [
    { table: 'cbs_outcome', column: 'case_id', holds: 'what a youth or parent answered to CBS', erasure: 'remove' },
    {
      table: 'learning_review_case',
      column: 'case_id',
      holds: 'in which reviews the case was looked back on',
      erasure: 'remove',
    },
    {
      table: 'checklist_alternative',
      column: 'case_id',
      holds: 'which lighter help was weighed, and why not',
      erasure: 'remove',
    },
    { table: 'checklist', column: 'case_id', holds: 'what was weighed before a place in a group', erasure: 'remove' },
    {
      table: 'round_table',
      column: 'case_id',
      holds: 'round tables about the case, and who sat there',
      erasure: 'remove',
    },
    {
      ...{ table: 'kinship_term', column: 'placement_id', holds: 'until when kinship families are judged' },
      through: 'select id from placement where case_id = $1',
      erasure: 'remove',
    },
    {
      ...{ table: 'discharge_block', column: 'placement_id', holds: 'why placements were not left that could be' },
      through: 'select id from placement where case_id = $1',
      erasure: 'remove',
    },
    {
      ...{ table: 'placement_product', column: 'placement_id', holds: 'what was allocated, in the words of iJw' },
      through: 'select id from placement where case_id = $1',
      erasure: 'remove',
    },
    {
      table: 'mentor',
      column: 'case_id',
      holds: 'since when there is a mentor of the child’s own choice',
      erasure: 'remove',
    },
    {
      ...{ table: 'placement', column: 'case_id', holds: 'care that was allocated, given and ended' },
      erasure: { empty: ['case_id', 'referral_id', 'hold_id', 'offer_id', 'organisation_id'] },
    },
    { table: 'known_hold', column: 'case_id', holds: 'which places are held', erasure: 'remove' },
    {
      ...{ table: 'known_deployment', column: 'case_id', erasure: 'remove' },
      holds: 'which duos went or go to the family, what for, and why they stopped',
    },
    { table: 'judgement', column: 'case_id', holds: 'what was thought of options', erasure: 'remove' },
    {
      table: 'referral',
      column: 'case_id',
      holds: 'providers before whom the case was put, and why',
      erasure: 'remove',
    },
    { table: 'pseudonym', column: 'case_id', holds: 'what each of them calls the case', erasure: 'remove' },
    { table: 'consent', column: 'case_id', holds: 'consent that was given or withdrawn', erasure: 'remove' },
    {
      ...{
        table: 'break_glass_review',
        column: 'break_glass_id',
        holds: 'what became of emergency accesses',
        erasure: 'remove',
      },
      through: 'select id from break_glass where case_id = $1',
    },
    { table: 'break_glass', column: 'case_id', holds: 'emergency accesses, and why', erasure: 'remove' },
    { table: 'case_change', column: 'case_id', holds: 'what was done to the case, by whom', erasure: 'remove' },
    { table: 'former_place', column: 'case_id', holds: 'in which postcode areas they were', erasure: 'remove' },
    { table: 'former_need', column: 'case_id', holds: 'what help was sought before', erasure: 'remove' },
    {
      ...{ table: 'consultation', column: 'case_id', holds: 'questions that became the case: they stay, as a count' },
      erasure: { empty: ['case_id'] },
    },
    { table: 'case_place', column: 'case_id', holds: 'in which postcode areas home and school are', erasure: 'remove' },
    { table: 'case_sibling', column: 'sibling_id', holds: 'of which cases it is a sibling', erasure: 'remove' },
    { table: 'case_sibling', column: 'case_id', holds: 'which cases are of brothers and sisters', erasure: 'remove' },
    { table: 'need', column: 'case_id', holds: 'what help is sought, in codes', erasure: 'remove' },
    { table: 'case_file', column: 'id', holds: 'the case itself', erasure: 'remove' },
  ],
  mentions: [
    { table: 'outbox', column: 'data', through: ofTheCase, holds: 'events that tell others of the case' },
    {
      ...{ table: 'idempotency_key', column: 'answer', through: ofTheCase },
      holds: 'answers kept for requests that are sent again',
    },
  ],
};
