import { readAudited, type AuditTrail } from '../../platform/audit/audit-trail.js';
import type { Caller } from '../../platform/identity/caller.js';
import { batchLoader } from '../../platform/database/loaders.js';
import type { PeopleServices } from './services.js';

/** What one request carries: who asks, what people can do, and the batches in which rows are fetched. */
export interface PeopleContext {
  readonly caller: Caller;
  readonly services: PeopleServices;
  readonly loaders: PeopleLoaders;
  /** Where every access to a professional is noted. */
  readonly audit: AuditTrail;
}

export type PeopleLoaders = ReturnType<typeof createLoaders>;

export function createContext(caller: Caller, services: PeopleServices, audit: AuditTrail): PeopleContext {
  return { caller, services, audit, loaders: createLoaders(caller, services, audit) };
}

function createLoaders(
  caller: Caller,
  { organisations, professionals, expertise, teams, memberships }: PeopleServices,
  audit: AuditTrail,
) {
  return {
    organisations: batchLoader((ids: readonly string[]) => organisations.findByIds(ids)),
    professionals: batchLoader(readAudited(audit, 'Professional', (ids) => professionals.findByIds(caller, ids))),
    expertiseOfProfessional: batchLoader((ids: readonly string[]) => expertise.findByProfessionals(ids)),
    teams: batchLoader((ids: readonly string[]) => teams.findByIds(caller, ids)),
    teamsOfOrganisation: batchLoader((ids: readonly string[]) => teams.findByOrganisations(caller, ids)),
    membershipsOfTeam: batchLoader((ids: readonly string[]) => memberships.findByTeams(ids)),
  };
}
