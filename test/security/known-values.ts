import { withClient } from '../../infra/database/client.js';
import { organisationByKey } from '../../infra/demonstration/organisations.js';
import type { TestDatabase } from '../database.js';
import type { KnownValues } from './malformed/arguments.js';

const few = 4;

/** A few of what the actors of the tests may find, by the names under which operations ask for it. */
export async function knownValues(database: TestDatabase): Promise<KnownValues> {
  return withClient(database.url('owner'), async (client) => {
    const some = async (sql: string): Promise<string[]> => {
      const { rows } = await client.query<{ value: string }>(`select ${sql} order by 1 limit ${few}`);
      return rows.map(({ value }) => value);
    };
    const rietvink = organisationByKey('rietvink').id;
    const byName = {
      caseId: await some(`id as value from cases.case_file where status = 'OPEN'`),
      offerId: await some(`id as value from capacity.offer where organisation_id = '${rietvink}'`),
      offerKey: await some(`key as value from capacity.offer where organisation_id = '${rietvink}'`),
      organisationId: await some(`id as value from people.organisation where kind = 'CARE_PROVIDER'`),
      professionalId: await some('id as value from people.professional'),
    };
    return { ids: [...byName.caseId, ...byName.offerId, ...byName.organisationId, ...byName.professionalId], byName };
  });
}
