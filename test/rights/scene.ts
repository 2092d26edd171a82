import { randomUUID } from 'node:crypto';
import type { CryptoKey } from 'jose';
import { generateKeyPair } from 'jose';
import { committedDocument } from '../../gateway/registered/registered-operations.js';
import { organisationByKey } from '../../infra/demonstration/organisations.js';
import { openSubgraphs } from '../../infra/hub/subgraphs.js';
import { trackOpened, type Opened } from '../../infra/hub/opened.js';
import type { SubgraphName } from '../../infra/subgraphs.js';
import type { Caller, Role } from '../../platform/identity/caller.js';
import { signInternalToken } from '../../platform/identity/internal-token.js';
import { usualPurpose } from '../../platform/identity/purpose.js';
import { createLogger } from '../../platform/process/logger.js';
import type { SubgraphEndpoint } from '../../platform/subgraph/subgraph-endpoint.js';
import { claimsOf, type Actor } from '../actors.js';
import { openHoldScene } from '../builders/scenes/hold-scene.js';
import { openReferralScene } from '../builders/scenes/referral-scene.js';
import { developmentIssuer } from '../../gateway/oauth/development/accounts.js';
import { testKeysFile } from '../content-keys.js';
import { startTestHub, type TestHub } from '../hub.js';
import type { Asker } from './asker.js';
import type { GivenAnswer } from './observation.js';
import { givenArguments, type SceneIds } from './scene-operations.js';

/** A hub in which every role finds something, and each subgraph as a rogue gateway would ask it. */
export interface RightsScene {
  readonly given: Readonly<Record<string, string>>;
  askHub(asker: Asker, document: string): Promise<GivenAnswer>;
  /** Asks past the gateway, with an internal token; `entity` names the type of which one is asked by its key. */
  askSubgraph(asker: Asker, subgraph: SubgraphName, document: string, entity: string | null): Promise<GivenAnswer>;
  close(): Promise<void>;
}

const provider = 'rietvink';

export function actorAs(role: Role): Actor {
  return role.startsWith('provider') ? { role, organisation: provider } : { role };
}

export async function openRightsScene(): Promise<RightsScene> {
  const opened = trackOpened();
  const hub = await startTestHub();
  opened.add(() => hub.close());
  const ids = await makeIds(hub);
  const { privateKey, publicKey } = await generateKeyPair('EdDSA');
  const endpoints = await openAlone(hub, publicKey, opened);
  const representations = await representationsOf(hub, ids);
  return {
    given: givenArguments(ids),
    askHub: ({ role, scope }, document) =>
      hub.query(document, keyFor(document), { ...actorAs(role), ...(scope && { scope }) }),
    async askSubgraph(asker, subgraph, document, entity) {
      const variables =
        entity === null ? keyFor(document) : { r: [{ __typename: entity, ...representations[entity] }] };
      const body = JSON.stringify({ query: document, variables });
      return answerOf(endpoints[subgraph], privateKey, callerAs(asker), body);
    },
    close: () => opened.close(),
  };
}

/** The subgraphs once more over the same database, with a gateway's key of our own. */
function openAlone({ database }: TestHub, gatewayKey: CryptoKey, opened: Opened) {
  return openSubgraphs(
    {
      urls: { cases: database.url('cases'), capacity: database.url('capacity'), people: database.url('people') },
      gatewayKey,
      environment: {
        ...{ BACKGROUND: 'off', CONTENT_KEYS_FILE: testKeysFile() },
        ...{ STATEMENT_TIMEOUT_MS: '20000', DATABASE_POOL_WAIT_MS: '20000' },
      },
      logger: createLogger('rights', 'error'),
    },
    opened,
  );
}

function keyFor(document: string): object {
  return document.includes('$key') ? { key: randomUUID() } : {};
}

async function answerOf(
  endpoint: SubgraphEndpoint,
  key: CryptoKey,
  caller: Caller,
  body: string,
): Promise<GivenAnswer> {
  const token = await signInternalToken(key, endpoint.name, caller, body);
  const { result } = await endpoint.answer(body, `Bearer ${token}`);
  // as it would go over the wire
  return JSON.parse(JSON.stringify(result)) as GivenAnswer;
}

function callerAs({ role, scope }: Asker): Caller {
  const { sub, organisation = null, region = null, professional: professionalId = null } = claimsOf(actorAs(role));
  return {
    ...{
      subject: sub,
      roles: [role],
      organisationId: organisation,
      region,
      professionalId,
      purpose: usualPurpose([role]),
    },
    ...{ accessPoint: 'page', scopes: scope && [scope], operation: null, language: 'nl', requestId: 'rights' },
  };
}

/** A case of the case owner that lies before the provider, holds a place of the provider and two of its own options, and waits for another, was opened by the broker, is sought for and lies on a table; its child is cared for by kin; every offer was closed once. */
async function makeIds(hub: TestHub): Promise<SceneIds> {
  const scene = await openHoldScene(hub);
  const caseId = await firstId(hub, 'cases(first: 1, filter: { statuses: [OPEN] })', 'case-owner');
  const [offer, full] = [await scene.offerWith(1), await scene.offerWith(0)];
  const { hold } = await scene.hold({ caseId, offerId: offer });
  await scene.ask(committedDocument('join-waitlist'), { caseId, offerId: full }, actorAs('case-owner'));
  for (const offerId of await optionsOf(hub, caseId)) await scene.hold({ caseId, offerId });
  await scene.asOwner(closures);
  await scene.asOwner(openingsOf(caseId));
  for (const role of ['care-broker', 'case-owner'] as const) await scene.asOwner(searchOf(role, caseId));
  for (const sql of careOf(caseId)) await scene.asOwner(sql);
  const consultation = await firstId(hub, 'consultations(first: 1)', 'case-owner');
  await scene.asOwner(tablesAbout(caseId, consultation));
  for (const sql of learnedFrom(caseId, consultation)) await scene.asOwner(sql);
  const professional = await firstId(hub, 'professionals(first: 1)', 'provider-system');
  for (const sql of duoOf(caseId, professional)) await scene.asOwner(sql);
  for (const sql of sessionWith(professional)) await scene.asOwner(sql);
  return {
    case: caseId,
    consultation,
    referral: await referralOf(hub, caseId, { offerId: offer, holdId: hold?.id ?? null }),
    offer,
    waitedFor: full,
    hold: hold?.id ?? '',
    organisation: organisationByKey(provider).id,
    professional,
    team: await firstId(hub, 'teams(first: 1)', 'provider-system'),
    deployment: deploymentId,
  };
}

/** The case before the provider, with the consent that this needs. */
async function referralOf(hub: TestHub, caseId: string, about: object): Promise<string> {
  const scene = openReferralScene(hub);
  await scene.agree(caseId, actorAs('case-owner'));
  const { id, codes } = await scene.refer(caseId, provider, about);
  if (codes.length > 0) throw new Error(`no referral: ${codes.join()}`);
  return id;
}

const closures = `insert into capacity.closure (offer_id, reason, closed_at, reopened_at)
  select id, 'OTHER', hub_now() - interval '1 day', hub_now() from capacity.offer`;

const deploymentId = 'd0000000-0000-4000-8000-000000000001';

/** A duo at the family of a case, one of the two of the provider, with what it did; and when he can be asked. */
function duoOf(caseId: string, professionalId: string): string[] {
  const two = `(select '${professionalId}'::uuid as id union all (select id from people.professional where id <> '${professionalId}' order by id limit 1)) p`;
  return [
    `insert into people.availability_window (professional_id, time_window, hours_per_week, from_on) select id, 'NIGHT', 4, '2020-01-01' from ${two}`,
    `insert into people.absence values ('${professionalId}', '2099-01-01', '2099-02-01')`,
    `insert into people.deployment (id, team_id, purpose, region, from_on, to_on, placed_by)
     select '${deploymentId}', id, 'SHORTEN_STAY', 'flevoland', '2020-01-01', '2098-01-01', 'test' from people.team where kind = 'AMBULATORY_DUO' limit 1`,
    `insert into people.deployment_case values ('${deploymentId}', '${caseId}')`,
    `insert into people.deployment_hours select '${deploymentId}', id, 'NIGHT', 4, '2020-01-01', '2098-01-01' from ${two}`,
    `insert into people.deployment_action (deployment_id, kind, done_on, hours) values ('${deploymentId}', 'FAMILY_TALK', '2020-01-02', 1)`,
  ];
}

/** A session of a theme table in which a professional sits, who has hours for another. */
function sessionWith(professionalId: string): string[] {
  return [
    `with added as (insert into people.theme_session (region, theme_code, planned_at, minutes, host_organisation_id)
       select 'flevoland', 'FOSTER_FAMILIES', '2098-01-06T10:00:00Z', 60, organisation_id from people.professional where id = '${professionalId}' returning *)
     insert into people.theme_participant (session_id, organisation_id, professional_id, role, during)
     select added.id, p.organisation_id, p.id, p.job_title, tstzrange(added.planned_at, added.planned_at + interval '1 hour')
     from added, people.professional p where p.id = '${professionalId}'`,
    `insert into people.availability_window (professional_id, time_window, hours_per_week, from_on) values ('${professionalId}', 'WEEKEND', 4, '2020-01-01')`,
  ];
}

/** Openings of a case by the broker, as the hub knows him and as a subgraph that is asked past it does. */
function openingsOf(caseId: string): string {
  const { sub } = claimsOf(actorAs('care-broker'));
  return `insert into cases.break_glass (case_id, subject, purpose, reason, explanation, review_due_on)
    select '${caseId}', subject, 'FIND_CARE', 'OTHER', 'Er is nu geen andere weg.', '2099-01-01'
    from unnest(array['${developmentIssuer}#${sub}', '${sub}']) as subject`;
}

/** A search that somebody keeps for a case, as the hub knows him and as a subgraph that is asked past it does, with an offer that fits: nothing happens where it seeks. */
function searchOf(role: 'care-broker' | 'case-owner', caseId: string): string {
  const { sub, organisation = null, region = null } = claimsOf(actorAs(role));
  return `with kept as (
      insert into capacity.saved_search (subject, region, organisation_id, case_id, municipality_code, need, ends_at, looked_at, due_since)
      select subject, ${literal(region)}, ${literal(organisation)}::uuid, '${caseId}', '0000', '{"rungs": [], "birth_year": 2014}', '2099-01-01', hub_now(), null
      from unnest(array['${developmentIssuer}#${sub}', '${sub}']) as subject returning id)
    insert into capacity.saved_search_find (search_id, offer_id) select k.id, o.id from kept k, (select max(id::text)::uuid as id from capacity.offer) o`;
}

function literal(text: string | null): string {
  return text === null ? 'null' : `'${text}'`;
}

/** Care of a case: with kin, whose term runs, beside a mentor of the child's choice, after an option was put on the short list. */
function careOf(caseId: string): string[] {
  return [
    `insert into cases.placement (case_id, region, municipality_code, birth_year, organisation_id, offer_id, rung)
     select f.id, f.region, f.municipality_code, f.birth_year, o.organisation_id, o.id, 'KINSHIP_FOSTER'
     from cases.case_file f, (select * from capacity.offer limit 1) o where f.id = '${caseId}'`,
    `update cases.placement set status = 'STARTED', started_at = hub_now()`,
    `insert into cases.mentor (case_id, chosen_on) values ('${caseId}', '2026-01-05')`,
    `insert into cases.judgement (case_id, offer_id, verdict) select '${caseId}', id, 'SHORTLISTED' from capacity.offer limit 1`,
  ];
}

/** A table about the case and one about the consultation, at which the member of tables sits. */
function tablesAbout(caseId: string, consultationId: string): string {
  const { professional } = claimsOf({ role: 'ret-member' });
  return `insert into cases.round_table (case_id, consultation_id, kind, planned_at, participant_ids, organisation_ids, is_institution_involved,
      is_institution_invited)
    select case_id, consultation_id, 'RET_MORNING', hub_now(), array['${professional ?? ''}'::uuid], array['${organisationByKey(provider).id}'::uuid],
      false, false
    from (values ('${caseId}'::uuid, null::uuid), (null, '${consultationId}')) as about (case_id, consultation_id)`;
}

/** What came of them, and what the region learned from it. */
function learnedFrom(caseId: string, consultationId: string): string[] {
  const { organisation = '', region = '' } = claimsOf(actorAs('case-owner'));
  return [
    `insert into cases.outcome (consultation_id, kind, measured_on, follow_up_on, recorded_at)
     values ('${consultationId}', 'NOT_SUCCESSFUL', '2020-01-01', '2020-02-01', '2999-01-01')`,
    `insert into cases.cbs_outcome (case_id, measured_on, informant, is_drop_out, is_restart) values ('${caseId}', '2026-01-01', 'YOUTH', false, false)`,
    `with review as (insert into cases.learning_review (region, held_on, helped, hindered, shared_in)
       values ('${region}', '2026-01-01', '{SCHOOL}', '{}', '{}') returning id)
     insert into cases.learning_review_case select id, '${caseId}' from review`,
    `insert into cases.signal (region, destination, factor, owner_organisation_id, due_on)
     values ('${region}', 'POLICY', 'RULES', '${organisation}', '2099-01-01')`,
    `insert into cases.checklist (case_id, version) values ('${caseId}', 1)`,
    `insert into cases.checklist_alternative (case_id, rung, verdict) values ('${caseId}', 'FOSTER', 'TRIED')`,
  ];
}

interface List {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

async function optionsOf(hub: TestHub, caseId: string): Promise<string[]> {
  const document = `query ($id: ID!) { case(id: $id) { options(first: 3) { edges { node { id } } } } }`;
  const { data } = await hub.query<{ case: { options: List } }>(document, { id: caseId }, actorAs('care-broker'));
  return data.case.options.edges.map(({ node }) => node.id);
}

async function firstId(hub: TestHub, list: string, role: Role): Promise<string> {
  const document = `{ list: ${list} { edges { node { id } } } }`;
  const { data } = await hub.query<{ list: List | null }>(document, {}, actorAs(role));
  const id = data.list?.edges[0]?.node.id;
  if (id === undefined) throw new Error(`${role} has no ${list}`);
  return id;
}

const wholeNeed = `rungs heaviestRung birthYear sex municipalityCode responsibleMunicipalityCode startByOn durationWeeks hoursPerWeek
  timeWindows childrenTogether nearPostcode4 schoolPostcode4 maxDistanceKm characteristics placeFeatures languages legalFrameworks
  contractedOnly isCrisis`;

const themeQuestion = {
  ...{ region: 'flevoland', year: 2023, asOf: null },
  ...{ rungs: ['FOSTER'], ageBands: ['AGE_16_17'], factors: ['HOUSING'] },
};

/** By its key what a gateway hands on of each entity; of a case its need too, as capacity requires. */
async function representationsOf(hub: TestHub, ids: SceneIds): Promise<Readonly<Record<string, object>>> {
  const document = `query ($id: ID!) { case(id: $id) { need { ${wholeNeed} } } }`;
  const { data } = await hub.query<{ case: { need: object } }>(document, { id: ids.case }, actorAs('case-owner'));
  return {
    Case: { id: ids.case, need: data.case.need },
    ResidentialChecklist: { id: ids.case, need: data.case.need },
    Consultation: { id: ids.consultation },
    Referral: { id: ids.referral },
    Offer: { id: ids.offer },
    Hold: { id: ids.hold },
    Organisation: { id: ids.organisation },
    Professional: { id: ids.professional },
    Team: { id: ids.team },
    Deployment: { id: ids.deployment },
    ThemeAgendaItem: { id: 'flevoland/2023/now/FOSTER_FAMILIES', question: themeQuestion },
  };
}
