import { flevoland } from '../../../vocabulary/places/region.js';
import { organisationByKey } from '../organisations.js';
import { createRandom, demonstrationId, type Random } from '../random.js';
import { teamId } from './teams.js';

/** What is asked in the demonstration, of which team. */
interface Asked {
  readonly function: string;
  readonly situation: string;
  readonly expertise: string | null;
  readonly team: string;
  readonly answer: string;
}

const kinds: readonly Asked[] = [
  {
    ...{ function: 'CONSULT_ADVICE', situation: 'OUT_OF_HOME_THREATENS', expertise: 'SYSTEMIC_THERAPY' },
    ...{ team: 'meidoorn:EXPERT_TEAM', answer: 'ADVICE_GIVEN' },
  },
  {
    ...{ function: 'ORGANISE_HELP', situation: 'NO_FITTING_HELP', expertise: null },
    ...{ team: 'ret-2', answer: 'HELP_ORGANISED' },
  },
  {
    ...{ function: 'KNOWLEDGE', situation: 'STUCK', expertise: 'AUTISM' },
    ...{ team: 'kompasroos:EXPERT_TEAM', answer: 'KNOWLEDGE_SHARED' },
  },
  {
    ...{ function: 'CONSULT_ADVICE', situation: 'FOSTER_FAMILY_STRAINED', expertise: 'FOSTER_CARE' },
    ...{ team: 'pleegbrug:EXPERT_TEAM', answer: 'ADVICE_GIVEN' },
  },
  {
    ...{ function: 'ORGANISE_HELP', situation: 'TRANSITION_TO_ADULTHOOD', expertise: 'HOUSING' },
    ...{ team: 'kruispeiling:EXPERT_TEAM', answer: 'NO_ANSWER_FOUND' },
  },
];

const [answered, weeksBack] = [24, 26];

/** The rows of `people.network_request`, in hours before the moment of loading: of half a year, most of them answered, and one of today that waits. */
export function demonstrationQuestions(): object[] {
  const random = createRandom('network questions');
  const former = Array.from({ length: answered }, (_, index) => formerQuestion(index, random));
  const [advice] = kinds;
  const open = advice && { ...question('open', advice, random), state: 'ASKED', asked_hours: 5 };
  return open ? [...former, open] : former;
}

/** One of ten waited longer for a first contact than the 48 hours that were promised. */
function formerQuestion(index: number, random: Random): object {
  const asked = random.pick(kinds);
  const askedHours = random.whole(10, weeksBack * 7) * 24;
  const contactHours = askedHours - (random.chance(0.1) ? random.whole(49, 90) : random.whole(2, 46));
  return {
    ...question(String(index), asked, random),
    ...{ state: 'ANSWERED', asked_hours: askedHours, contact_hours: contactHours, answer: asked.answer },
    answered_hours: contactHours - random.whole(1, 72),
  };
}

function question(key: string, { function: of, situation, expertise, team }: Asked, random: Random): object {
  return {
    ...{ id: demonstrationId(`network-request:${key}`), team_id: teamId(team), function: of, situation, expertise },
    municipality_code: random.pick(flevoland.municipalityCodes),
    asked_by: `${organisationByKey('aankoopcentrale').id}/voorbeeld`,
  };
}

const ago = (column: string): string => `hub_now() - make_interval(hours => q.${column})`;

/** Writes them. */
export const insertQuestions = `
  insert into network_request (id, region, team_id, function, situation, expertise, municipality_code, asked_by, state, answer, asked_at, due_at,
     first_contact_at, answered_at, overdue_told_at)
   select q.id, 'flevoland', q.team_id, q.function, q.situation, q.expertise, q.municipality_code, q.asked_by, q.state, q.answer, ${ago('asked_hours')},
     ${ago('asked_hours')} + interval '48 hours', ${ago('contact_hours')}, ${ago('answered_hours')},
     case when q.asked_hours - q.contact_hours > 48 then ${ago('asked_hours')} + interval '48 hours' end
   from jsonb_to_recordset($1) as q (id uuid, team_id uuid, function text, situation text, expertise text, municipality_code text, asked_by text, state text,
     answer text, asked_hours integer, contact_hours integer, answered_hours integer)`;

/** Who had to hear of them did so then. */
export const questionsTold = `
  update outbox set position = nextval('outbox_position') where position is null and kind like 'network-request.%'`;
