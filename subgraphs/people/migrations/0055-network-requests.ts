import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const asOwner = 'security definer set search_path = people, public, pg_temp';

/** What is asked of the network: codes only, no case and no child. By when somebody calls back is counted by the clock of the database. */
const request = `
  create table network_request (
    id uuid primary key default gen_random_uuid(),
    version integer not null default 1 check (version > 0),
    region text not null check (region <> ''),
    team_id uuid not null references team,
    function text not null check (function in ('CONSULT_ADVICE','ORGANISE_HELP','KNOWLEDGE')),
    situation text not null check (situation in ('OUT_OF_HOME_THREATENS','RESIDENTIAL_CONSIDERED','RETURN_HOME','NO_FITTING_HELP','STUCK',
      'FOSTER_FAMILY_STRAINED','UNSAFE_AT_HOME','TRANSITION_TO_ADULTHOOD')),
    expertise text check (expertise in ('AUTISM','ADHD','ATTACHMENT','TRAUMA','MILD_INTELLECTUAL_DISABILITY','CHILD_PSYCHIATRY','ADULT_PSYCHIATRY',
      'ADDICTION','EATING_DISORDERS','SUICIDE_PREVENTION','SYSTEMIC_THERAPY','PARENTING_SUPPORT','DIVORCE','SAFETY','FOSTER_CARE',
      'PRACTICAL_SUPPORT','HOUSING','DEBT','EDUCATION','TRANSITION_TO_ADULTHOOD','CULTURAL_MEDIATION','EXPERIENCE_EXPERTISE','YOUTH_LAW')),
    municipality_code text not null check (municipality_code ~ '^[0-9]{4}$'),
    asked_by text not null,
    state text not null default 'ASKED' check (state in ('ASKED','CONTACTED','ESCALATED','ANSWERED')),
    asked_at timestamptz(3) not null default hub_now(),
    due_at timestamptz(3) not null default hub_now() + interval '48 hours',
    first_contact_at timestamptz(3),
    answered_at timestamptz(3),
    answer text check (answer in ('CONTACTED','ADVICE_GIVEN','HELP_ORGANISED','KNOWLEDGE_SHARED','NO_ANSWER_FOUND')),
    handed_on_by uuid references team,
    times_handed_on integer not null default 0 check (times_handed_on >= 0),
    hand_on_reason text check (hand_on_reason in ('OTHER_EXPERTISE','OTHER_AREA','NO_TIME','TOO_CLOSE')),
    escalation_reason text check (escalation_reason in ('TOO_LATE','NO_AGREEMENT','OTHER_DOMAIN','RULES')),
    check ((state = 'ANSWERED') = (answered_at is not null)),
    check ((answer is null) = (first_contact_at is null)),
    check ((handed_on_by is null) = (times_handed_on = 0)),
    check ((hand_on_reason is null) = (times_handed_on = 0)),
    check (state <> 'ESCALATED' or escalation_reason is not null)
  )`;

const indexes = [
  'create index network_request_region on network_request (region, asked_at desc, id desc)',
  'create index network_request_team on network_request (team_id, state)',
  'create index network_request_handed_on on network_request (handed_on_by) where handed_on_by is not null',
  'create index network_request_asker on network_request (asked_by, asked_at desc, id desc)',
];

/** Whether a team is one of somebody's: of a professional who is in it today, or of an organisation that takes part. */
const carries = `
  create function carries(asked uuid, professional uuid, organisation uuid) returns boolean language sql stable ${asOwner} as $$
    select asked is not null and (
      exists (select from team_membership m where m.team_id = asked and m.professional_id = professional and m.from_on <= today()
        and (m.to_on is null or m.to_on >= today()) and is_present(m.professional_id))
      or exists (select from team_participation p where p.team_id = asked and p.organisation_id = organisation))
  $$`;

/**
 * Which team is asked: of the kinds, at work in the region today, with somebody in it. First who is at home in what is sought, then who
 * works in the municipality, then who has the fewest open questions. It looks as the owner does, since who asks may not find every
 * professional nor every question, and tells the team only.
 */
const routeRequest = `
  create function route_request(kinds text[], in_municipality text, in_region text[], sought text, besides uuid, chosen uuid) returns uuid
  language sql stable ${asOwner} as $$
    select t.id from team t
    cross join lateral (
      select count(*) as members, count(*) filter (where sought is null or exists (
        select from expertise e where e.professional_id = m.professional_id and e.code = sought)) as able
      from team_membership m where m.team_id = t.id and m.from_on <= today() and (m.to_on is null or m.to_on >= today()) and is_present(m.professional_id)
    ) m
    where t.kind = any(kinds) and t.municipality_codes && in_region and t.valid_from_on <= today() and (t.valid_to_on is null or t.valid_to_on >= today())
      and m.members > 0 and t.id is distinct from besides and (chosen is null or t.id = chosen)
    order by m.able > 0 desc, in_municipality = any(t.municipality_codes) desc,
      (select count(*) from network_request r where r.team_id = t.id and r.state <> 'ANSWERED'), t.sort_name, t.id
    limit 1
  $$`;

const functions = ['carries(uuid, uuid, uuid)', 'route_request(text[], text, text[], text, uuid, uuid)'];
const grants = [
  ...functions.flatMap((signature) => [
    `revoke all on function ${signature} from public`,
    `grant execute on function ${signature} to thuisbasis_people`,
  ]),
  'revoke update, delete, truncate on network_request from thuisbasis_people',
  // what was asked, by whom and by when somebody calls back does not change
  `grant update (version, state, team_id, first_contact_at, answered_at, answer, handed_on_by, times_handed_on, hand_on_reason, escalation_reason)
   on network_request to thuisbasis_people`,
];

const asker = `(select public.hub_has_role('care-broker', 'case-owner', 'ret-member', 'provider-planner'))`;
const client = `(select coalesce(public.hub_caller() ->> 'organisation', '') || '/' || (public.hub_caller() ->> 'subject'))`;
const isAsked = `(${asker} and asked_by = ${client})`;
const isBroker = `region = (select public.hub_region_as('care-broker'))`;
const isCarriedBy = (team: string): string =>
  `carries(${team}, (select public.hub_professional_as('ret-member')), (select public.hub_organisation_as('provider-planner')))`;
const known = `${isBroker} or ${isAsked} or ${isCarriedBy('team_id')}`;
/** Who handed a question on sees what became of it. */
const seen = `${known} or ${isCarriedBy('handed_on_by')}`;

const policies = [
  ...readOnlyFor('network_request', seen),
  addableFor('network_request', `${isAsked} and state = 'ASKED'`),
  changeableFor('network_request', known, seen),
];

/** What is asked of the network, who answers, and whether somebody called back in time. */
export class NetworkRequests1700000000055 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [request, ...indexes, carries, routeRequest, ...grants, ...policies])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of readableByAll('network_request')) await runner.query(statement);
    await runner.query(`drop function ${functions.join(', ')}`);
    await runner.query('drop table network_request');
  }
}
