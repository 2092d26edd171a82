import { offerId } from '../../capacity-offers.js';
import { organisationByKey } from '../../organisations.js';
import { employeeOf } from '../../people/professionals.js';
import { demonstrationId } from '../../random.js';
import { dayAfter, workdayBefore, type LoadingDay } from '../calendar.js';
import type { StoredCase } from '../case-rows.js';
import { careReferral, referralId } from '../referral-rows.js';
import { atWork, questionOf, type Row, type Story } from './story.js';

const { number, organisation, offer, acceptedDays } = careReferral;
const [asked, talked, together, judged, began, chosen, found] = [168, 150, 110, 84, 70, 66, 61];
const askedAgainDays = 1;

const idOf = (what: string): string => demonstrationId(`${what}:${number}`);

/** From a question by telephone to care that is under way, of which it is time to ask whether it lasts. */
export function careStory(file: StoredCase, day: LoadingDay): Story {
  const consultation = questionOf(file, asked, day, {
    ...{ firstContactAt: atWork(day, asked, 14), closedAt: atWork(day, found, 16) },
    ...{ status: 'CLOSED', interventions: ['ACCELERATION_TABLE', 'REFERRED_TO_REGULAR_CARE'] },
    result: 'AS_HOME_AS_POSSIBLE',
  });
  return {
    consultation,
    written: [
      ['contact_moment', contacts(consultation.id, day)],
      ['round_table', [heldTable(file, day)]],
      ['judgement', judgements(file, day)],
      ['placement', [placement(file, day)]],
      ['mentor', [mentor(file, day)]],
      ['outcome', [outcome(consultation.id, day)]],
    ],
  };
}

function contacts(consultationId: string, day: LoadingDay): Row[] {
  const moments = [
    { kind: 'PHONE', at: atWork(day, asked, 14), minutes: 25 },
    { kind: 'VISIT', at: atWork(day, talked, 14), minutes: 60 },
  ];
  return moments.map((moment) => ({
    ...{ id: idOf(`contact:${moment.kind}`), consultation_id: consultationId, recorded_at: moment.at },
    ...moment,
  }));
}

function heldTable(file: StoredCase, day: LoadingDay): Row {
  const plannedAt = atWork(day, together, 13);
  return {
    ...{ id: idOf('table:held'), case_id: file.id, kind: 'ROUND_TABLE', state: 'HELD', version: 2 },
    ...{ planned_at: plannedAt, held_at: plannedAt, are_parents_present: true },
    participant_ids: [employeeOf('lokale-toegang-lelystad', 1).id, employeeOf('lokale-toegang-lelystad', 2).id],
    organisation_ids: [file.ownerOrganisationId],
    ...{ is_institution_involved: false, is_institution_invited: false },
    decisions: ['STAY_HOME_WITH_HELP', 'ACTIVATE_NETWORK'],
  };
}

function judgements(file: StoredCase, day: LoadingDay): Row[] {
  const judgement = (of: string, key: string, rest: Row): Row => ({
    ...{ id: idOf(`judgement:${of}`), case_id: file.id, offer_id: offerId(of, key) },
    ...{ judged_at: atWork(day, judged, 11), ...rest },
  });
  return [
    judgement('veldleeuwerik', 'ambulatory-4', { verdict: 'REJECTED', reason: 'TOO_LATE' }),
    judgement(organisation, offer, { verdict: 'SHORTLISTED', reason: null }),
  ];
}

/** As it was allocated: it starts by a change of its row, as care does. */
function placement(file: StoredCase, day: LoadingDay): Row {
  return {
    ...{ id: idOf('placement'), case_id: file.id, region: file.region, municipality_code: file.municipalityCode },
    ...{
      birth_year: file.birthYear,
      referral_id: referralId(number),
      organisation_id: organisationByKey(organisation).id,
    },
    ...{ offer_id: offerId(organisation, offer), rung: 'AMBULATORY', is_secondary: false, status: 'ALLOCATED' },
    ...{ allocated_at: atWork(day, acceptedDays, 16), version: 1 },
  };
}

/** The care begins: the case follows by itself. */
export const careBegins = {
  statement: `update placement set status = 'STARTED', started_at = $2, version = version + 1 where id = $1`,
  values: (day: LoadingDay): unknown[] => [idOf('placement'), atWork(day, began, 15)],
};

function mentor(file: StoredCase, day: LoadingDay): Row {
  return {
    ...{
      id: idOf('mentor'),
      case_id: file.id,
      chosen_on: dayAfter(day, -workdayBefore(day, chosen)),
      is_monitored: true,
    },
    registered_at: atWork(day, chosen, 16),
  };
}

function outcome(consultationId: string, day: LoadingDay): Row {
  return {
    ...{ id: idOf('outcome'), consultation_id: consultationId, kind: 'AS_HOME_AS_POSSIBLE', is_stable: null },
    ...{ measured_on: dayAfter(day, -workdayBefore(day, found)), follow_up_on: dayAfter(day, -askedAgainDays) },
    recorded_at: atWork(day, found, 15),
  };
}
