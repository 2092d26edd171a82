import DataLoader from 'dataloader';
import { audited, readAudited, type AuditTrail } from '../../platform/audit/audit-trail.js';
import type { ChangingContext } from '../../platform/audit/audited-change.js';
import type { EntityManager } from '../../platform/database/database.js';
import { hasRole, type Caller } from '../../platform/identity/caller.js';
import { batchLoader } from '../../platform/database/loaders.js';
import { databaseNow } from '../../platform/database/clock.js';
import { inSavepoint, rehearsed } from '../../platform/database/savepoint.js';
import { HubError } from '../../platform/errors/errors.js';
import { onceOnly } from '../../platform/idempotency/idempotency.js';
import type { PeopleConfig } from './config.js';
import { helpingTeamKinds } from './expert/expert.rules.js';
import type { ExpertSearch, FoundExperts } from './expert/experts.read-model.js';
import type { DuoSearch, FoundDuo } from './deployment/duos/duos.read-model.js';
import type { GuideService } from './guides/guide.service.js';
import type { KindInRegion } from './team/team.store.js';
import type { Team } from './team/team.type.js';
import { peopleServices, type PeopleServices } from './services.js';

/** What one request carries: who asks, what people can do, and the batches in which rows are fetched. */
export interface PeopleContext extends ChangingContext<PeopleServices> {
  readonly caller: Caller;
  readonly services: PeopleServices;
  readonly loaders: PeopleLoaders;
  readonly config: PeopleConfig;
  /** The moment of the request, asked once and only where it is needed. */
  readonly now: () => Promise<Date>;
  /** Does the work as if in earnest and undoes it; the key of the request stays free. */
  readonly rehearse: ChangingContext<PeopleServices>['once'];
  readonly guides: GuideService;
}

/** What a request stands on: its transaction, where its searches go, the settings, and the guides of the regions. */
interface Ground {
  readonly tx: EntityManager;
  readonly searching: EntityManager;
  readonly config: PeopleConfig;
  readonly guides: GuideService;
}

/** How many duos one request may seek: each weighs every pair of the teams that work there. And for how many needs experts: each weighs all who work there. */
const mostSearches = { duos: 20, experts: 50 } as const;

/** The searches of one request, all in one statement. */
function searchLoader<S, F>(
  measure: keyof typeof mostSearches,
  find: (searches: readonly S[]) => Promise<F[]>,
): DataLoader<S, F> {
  return new DataLoader(
    async (searches): Promise<(F | Error)[]> =>
      searches.length > mostSearches[measure]
        ? searches.map(() => new HubError('QUERY_TOO_LARGE', { measure }))
        : find(searches),
    { cache: false },
  );
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

export type PeopleLoaders = ReturnType<typeof createLoaders>;

/** What a request carries whose transaction is `tx`. */
export function createContext(
  caller: Caller,
  { tx, searching, config, guides }: Ground,
  audit: AuditTrail,
): PeopleContext {
  const services = peopleServices(tx, searching);
  let moment: Promise<Date> | undefined;
  return {
    caller,
    services,
    audit,
    config,
    now: () => (moment ??= databaseNow(tx)),
    guides,
    loaders: createLoaders(caller, services, audit, config),
    once: (request, work) => inSavepoint(tx, () => onceOnly(tx, caller, request, () => work(services))),
    rehearse: async (_request, work) => ({
      answer: await rehearsed(tx, () => work(services)),
      isReplay: false,
    }),
  };
}

function createLoaders(caller: Caller, services: PeopleServices, audit: AuditTrail, { confirmation }: PeopleConfig) {
  const { organisations, professionals, contacts, expertise, experience } = services;
  const { networks, teams, memberships, availabilities, deployments } = services;
  const { networkRequests, themeSessions } = services;
  const own = hasRole(caller, 'provider-planner', 'provider-system') ? caller.organisationId : null;
  return {
    organisations: batchLoader((ids: readonly string[]) => organisations.findByIds(ids)),
    professionals: batchLoader(readAudited(audit, 'Professional', (ids) => professionals.findByIds(caller, ids))),
    expertiseOfProfessional: batchLoader((ids: readonly string[]) => expertise.findByProfessionals(ids)),
    contactsOfProfessional: batchLoader((ids: readonly string[]) => contacts.findByProfessionals(caller, ids)),
    experienceOfProfessional: batchLoader((ids: readonly string[]) => experience.findByProfessionals(caller, ids)),
    teams: batchLoader((ids: readonly string[]) => teams.findByIds(caller, ids)),
    teamsOfOrganisation: batchLoader((ids: readonly string[]) => teams.findByOrganisations(caller, ids)),
    teamsOfRegion: new DataLoader<KindInRegion, Team[], string>((asked) => teams.findInRegions(caller, asked), {
      cacheKeyFn: ({ region, kind }) => `${region} ${kind}`,
    }),
    networks: batchLoader((ids: readonly string[]) => networks.findByIds(ids)),
    teamsOfNetwork: batchLoader((ids: readonly string[]) => teams.findByNetworks(caller, ids)),
    membershipsOfTeam: batchLoader((ids: readonly string[]) => memberships.findByTeams(ids)),
    availabilityOfProfessional: batchLoader((ids: readonly string[]) => availabilities.findByProfessionals(ids)),
    absencesOfProfessional: batchLoader(async (ids: readonly string[]) =>
      own === null ? new Map<string, never>() : availabilities.findAbsences(own, ids),
    ),
    participantsOfSession: batchLoader((ids: readonly string[]) => themeSessions.findParticipants(caller, ids)),
    deployments: batchLoader(audited(audit, 'Deployment', (ids) => deployments.findByIds(caller, ids))),
    deploymentsOfCase: batchLoader(async (ids: readonly string[]) => {
      const found = await deployments.findByCases(caller, ids);
      for (const rows of found.values()) audit.read('Deployment', idsOf(rows));
      return found;
    }),
    networkRequests: batchLoader(audited(audit, 'NetworkRequest', (ids) => networkRequests.findByIds(caller, ids))),
    duos: searchLoader<DuoSearch, FoundDuo[]>('duos', (searches) => services.duos.find(searches)),
    experts: searchLoader<ExpertSearch, FoundExperts>('experts', (searches) =>
      services.experts.find(searches, { teamKinds: helpingTeamKinds, agingDays: confirmation.agingDays }),
    ),
  };
}
