import type { Caller } from '../../platform/identity/caller.js';
import { batchLoader } from '../../platform/database/loaders.js';
import type { PeopleServices } from './services.js';

/** What one request carries: who asks, what people can do, and the batches in which rows are fetched. */
export interface PeopleContext {
  readonly caller: Caller;
  readonly services: PeopleServices;
  readonly loaders: PeopleLoaders;
}

export type PeopleLoaders = ReturnType<typeof createLoaders>;

export function createContext(caller: Caller, services: PeopleServices): PeopleContext {
  return { caller, services, loaders: createLoaders(caller, services) };
}

function createLoaders(
  caller: Caller,
  { organisations, professionals, expertise, teams, memberships }: PeopleServices,
) {
  return {
    organisations: batchLoader((ids: readonly string[]) => organisations.findByIds(ids)),
    professionals: batchLoader((ids: readonly string[]) => professionals.findByIds(caller, ids)),
    expertiseOfProfessional: batchLoader((ids: readonly string[]) => expertise.findByProfessionals(ids)),
    teams: batchLoader((ids: readonly string[]) => teams.findByIds(caller, ids)),
    teamsOfOrganisation: batchLoader((ids: readonly string[]) => teams.findByOrganisations(caller, ids)),
    membershipsOfTeam: batchLoader((ids: readonly string[]) => memberships.findByTeams(ids)),
  };
}
