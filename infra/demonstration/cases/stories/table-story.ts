import { organisationByKey } from '../../organisations.js';
import { employeeOf } from '../../people/professionals.js';
import { demonstrationId } from '../../random.js';
import type { LoadingDay } from '../calendar.js';
import type { StoredCase } from '../case-rows.js';
import { atWork, questionOf, type Row, type Story } from './story.js';

export const tableStoryNumber = 'FL-26-0052';

const [asked, together, next] = [56, 38, 6];
const [guardian, access] = ['jeugdbescherming-landelijk', 'lokale-toegang-noordoostpolder'];

/** A child in a group for whom people sat together once and will again, with half of the checklist answered. */
export function tableStory(file: StoredCase, day: LoadingDay): Story {
  const consultation = questionOf(file, asked, day, {
    ...{ firstContactAt: atWork(day, asked, 14), status: 'ROUND_TABLE_HELD' },
    interventions: ['ACCELERATION_TABLE'],
  });
  return {
    consultation,
    written: [
      ['contact_moment', [firstContact(consultation.id, day)]],
      ['round_table', [heldTable(file, day), plannedTable(file, day)]],
      ['checklist', [checklist(file)]],
      ['checklist_alternative', alternatives(file)],
    ],
  };
}

function firstContact(consultationId: string, day: LoadingDay): Row {
  const at = atWork(day, asked, 14);
  const id = demonstrationId(`contact:${tableStoryNumber}`);
  return { id, consultation_id: consultationId, kind: 'PHONE', at, minutes: 20, recorded_at: at };
}

function table(file: StoredCase, what: string, plannedAt: Date): Row {
  return {
    ...{ id: demonstrationId(`table:${what}:${tableStoryNumber}`), case_id: file.id, planned_at: plannedAt },
    participant_ids: [employeeOf(guardian, 1).id, employeeOf(access, 1).id],
    organisation_ids: [organisationByKey(access).id],
    ...{ is_institution_involved: true, is_institution_invited: true },
  };
}

function heldTable(file: StoredCase, day: LoadingDay): Row {
  const heldAt = atWork(day, together, 10);
  return {
    ...table(file, 'held', heldAt),
    ...{ kind: 'ACCELERATION_TABLE', state: 'HELD', version: 2, held_at: heldAt, are_parents_present: true },
    decisions: ['SEEK_FAMILY_FORM', 'HELP_FOR_PARENTS', 'MEET_AGAIN'],
  };
}

function plannedTable(file: StoredCase, day: LoadingDay): Row {
  const plannedAt = atWork(day, -next, 10);
  return { ...table(file, 'planned', plannedAt), kind: 'ROUND_TABLE', state: 'PLANNED', version: 1, decisions: [] };
}

function checklist({ id }: StoredCase): Row {
  return { case_id: id, version: 5, state: 'OPEN', is_consultation_held: true };
}

function alternatives({ id }: StoredCase): Row[] {
  const weighed = [
    { rung: 'AMBULATORY', verdict: 'TRIED', reason: null },
    { rung: 'INTENSIVE_AMBULATORY', verdict: 'TRIED', reason: null },
    { rung: 'DAY_TREATMENT', verdict: 'NOT_SUITABLE', reason: 'TOO_LIGHT' },
    { rung: 'FOSTER', verdict: 'NO_CAPACITY', reason: null },
  ];
  return weighed.map((one) => ({ case_id: id, ...one }));
}
