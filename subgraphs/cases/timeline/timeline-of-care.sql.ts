import type { Part } from './timeline.sql.js';

const place = { id: 'p.id', organisation: 'p.organisation_id' };
const ofPlacement = (moment: string): string => `placement p where p.case_id = file.id and ${moment} is not null`;

/** From option to care: judgements, answers of providers, placements and mentors. */
export const partsOfCare: readonly Part[] = [
  {
    ...{ kind: `'OPTION_JUDGED'`, at: 'j.judged_at', id: 'j.id', from: 'judgement j where j.case_id = file.id' },
    codes: 'array_remove(array[j.verdict, j.reason], null)',
  },
  {
    ...{ kind: `'REFERRAL_ACCEPTED'`, at: 'r.accepted_at', id: 'r.id', organisation: 'r.organisation_id' },
    from: 'referral r where r.case_id = file.id and r.accepted_at is not null',
  },
  {
    ...{ kind: `'REFERRAL_DECLINED'`, at: 'r.declined_at', id: 'r.id', organisation: 'r.organisation_id' },
    ...{ codes: 'array[r.decline_reason]', from: 'referral r where r.case_id = file.id and r.declined_at is not null' },
  },
  {
    ...{ kind: `'CARE_ALLOCATED'`, at: 'p.allocated_at', ...place, codes: 'array[p.rung]' },
    from: ofPlacement('p.allocated_at'),
  },
  { kind: `'CARE_STARTED'`, at: 'p.started_at', ...place, codes: 'array[p.rung]', from: ofPlacement('p.started_at') },
  {
    ...{ kind: `case p.status when 'ENDED' then 'CARE_ENDED' else 'CARE_CANCELLED' end`, at: 'p.ended_at', ...place },
    ...{ codes: 'array_remove(array[p.rung, p.end_reason, p.next_rung], null)', from: ofPlacement('p.ended_at') },
  },
  {
    ...{ kind: `'DISCHARGE_BLOCKED'`, at: 'b.recorded_at', id: 'b.id', organisation: 'p.organisation_id' },
    ...{
      codes: 'array[p.rung, b.reason]',
      from: 'discharge_block b join placement p on p.id = b.placement_id where p.case_id = file.id',
    },
  },
  {
    ...{
      kind: `'DISCHARGE_FREE'`,
      at: 'b.lifted_at',
      id: 'b.id',
      organisation: 'p.organisation_id',
      codes: 'array[p.rung, b.reason]',
    },
    from: 'discharge_block b join placement p on p.id = b.placement_id where p.case_id = file.id and b.lifted_at is not null',
  },
  { kind: `'MENTOR_REGISTERED'`, at: 'm.registered_at', id: 'm.id', from: 'mentor m where m.case_id = file.id' },
];
