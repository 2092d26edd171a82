import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addableFor, changeableFor, readableByAll, readOnlyFor } from '../../../platform/database/row-security.sql.js';

const asOwner = 'security definer set search_path = people, public, pg_temp';

/** A meeting of a theme table: which theme of which region, when, at whose place, and what was agreed. */
const session = `
  create table theme_session (
    id uuid primary key default gen_random_uuid(),
    version integer not null default 1 check (version > 0),
    region text not null check (region <> ''),
    theme_code text not null check (theme_code ~ '^[A-Z][A-Z0-9_]{1,39}$'),
    planned_at timestamptz(3) not null,
    minutes integer not null check (minutes between 30 and 480 and minutes % 15 = 0),
    host_organisation_id uuid references organisation,
    state text not null default 'PLANNED' check (state in ('PLANNED','HELD','CANCELLED')),
    outcomes text[] not null default '{}' check (outcomes <@ '{EXAMPLE_SHARED,WAY_OF_WORKING_AGREED,OFFER_TO_DEVELOP,SIGNAL_TO_RAISE,EXPERTS_TO_ASK,
      TO_FIND_OUT,MEET_AGAIN,NOTHING_AGREED}'),
    summary text check (summary <> '' and length(summary) <= 500),
    cancel_reason text check (cancel_reason in ('TOO_FEW','OTHER_TIME','SETTLED','OTHER')),
    check ((state = 'HELD') = (outcomes <> '{}')),
    check (state = 'HELD' or summary is null),
    check ((state = 'CANCELLED') = (cancel_reason is not null))
  )`;

/** Who sits there: a professional, with the function of that day, or somebody of an organisation. Nobody is in two places at once. */
const participant = `
  create table theme_participant (
    session_id uuid not null references theme_session,
    organisation_id uuid not null references organisation,
    professional_id uuid references professional,
    role text check (role <> ''),
    during tstzrange not null check (not isempty(during)),
    takes_time boolean not null default true,
    check ((professional_id is null) = (role is null)),
    constraint theme_participant_once unique nulls not distinct (session_id, organisation_id, professional_id),
    constraint never_in_two_places exclude using gist (professional_id with =, during with &&) where (takes_time)
  )`;

const indexes = [
  'create index theme_session_region on theme_session (region, planned_at desc, id desc)',
  'create index theme_participant_organisation on theme_participant (organisation_id, session_id)',
];

/** Whether a professional had not left on a day; it looks as the owner does and gives nothing else away. */
const wasPresent = `
  create function was_present(professional uuid, on_day date) returns boolean language sql stable ${asOwner} as $$
    select exists (select from professional p where p.id = professional and (p.left_on is null or p.left_on > on_day))
  $$`;

const day = `(t.planned_at at time zone 'Europe/Amsterdam')::date`;
/** Of a session `t`: who left is in none to come; who left after it was held was there. */
const isThere = (participant: string): string => `(${participant}.professional_id is null
  or was_present(${participant}.professional_id, case when t.state = 'HELD' then ${day} else greatest(${day}, today()) end))`;

/** Whether an organisation has somebody in a session; it looks as the owner does, so that seeing a session does not hang on seeing who sits there. */
const seatsOwn = `
  create function seats_own(seated uuid, organisation uuid) returns boolean language sql stable ${asOwner} as $$
    select organisation is not null and exists (select from theme_participant p join theme_session t on t.id = p.session_id
      where p.session_id = seated and p.organisation_id = organisation and ${isThere('p')})
  $$`;

const functions = ['was_present(uuid, date)', 'seats_own(uuid, uuid)'];
const grants = [
  ...functions.flatMap((signature) => [
    `revoke all on function ${signature} from public`,
    `grant execute on function ${signature} to thuisbasis_people`,
  ]),
  ...['theme_session', 'theme_participant'].map(
    (table) => `revoke update, delete, truncate on ${table} from thuisbasis_people`,
  ),
  // what it is about, when it is and who sits there does not change
  'grant update (version, state, outcomes, summary, cancel_reason) on theme_session to thuisbasis_people',
  'grant update (takes_time) on theme_participant to thuisbasis_people',
];

const isCoordinator = `region = (select public.hub_region_as('care-broker'))`;
const ofSession = (condition: string): string =>
  `exists (select from theme_session t where t.id = theme_participant.session_id and ${condition})`;

const policies = [
  ...readOnlyFor(
    'theme_session',
    `region = (select public.hub_region_as('care-broker', 'case-owner', 'ret-member'))
      or seats_own(id, (select public.hub_organisation_as('provider-planner')))`,
  ),
  addableFor('theme_session', `${isCoordinator} and state = 'PLANNED'`),
  changeableFor('theme_session', isCoordinator),
  ...readOnlyFor('theme_participant', ofSession(isThere('theme_participant'))),
  addableFor('theme_participant', ofSession(`t.${isCoordinator} and t.state = 'PLANNED'`)),
  changeableFor('theme_participant', ofSession(`t.${isCoordinator}`)),
];

/** The theme tables of a region: when they meet, who sits there, and what they agree. */
export class ThemeSessions1700000000063 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [session, participant, ...indexes, wasPresent, seatsOwn, ...grants, ...policies])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['theme_participant', 'theme_session'])
      for (const statement of readableByAll(table)) await runner.query(statement);
    await runner.query(`drop function ${functions.join(', ')}`);
    await runner.query('drop table theme_participant, theme_session');
  }
}
