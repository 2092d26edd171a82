import { committedDocument } from '../../gateway/registered/registered-operations.js';
import type { CallerClass } from '../../gateway/budgets/terms.js';
import { organisationByKey } from '../../infra/demonstration/organisations.js';
import { flagshipOf } from './flagship.js';
import type { MeasuredHub } from './measured-hub.js';

export const classes = ['broker', 'provider', 'dashboard'] as const satisfies readonly CallerClass[];

/** Asks once; gives the text of the answer. */
export type Ask = () => Promise<string>;

/** One question of each class of callers: the options for a case, the offers of a provider, the year table of a region. */
export async function questionsOf(hub: MeasuredHub): Promise<Record<CallerClass, Ask>> {
  const provider = {
    sub: 'planner',
    roles: ['provider-planner'] as const,
    organisation: organisationByKey('rietvink').id,
    region: 'flevoland',
  };
  const post = async (claims: Parameters<MeasuredHub['token']>[0], name: string, variables: object): Promise<Ask> => {
    const [token, body] = [await hub.token(claims), JSON.stringify({ query: committedDocument(name), variables })];
    return () => hub.post(token, body);
  };
  return {
    broker: await flagshipOf(hub),
    provider: await post(provider, 'own-offers', { first: 50 }),
    dashboard: await post({ sub: 'analyst', roles: ['analyst'], region: 'flevoland' }, 'year-table', {
      region: 'flevoland',
      year: 2023,
    }),
  };
}
