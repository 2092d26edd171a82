import { auditedRequest } from '../../platform/audit/audited-request.js';
import type { DataSource } from '../../platform/database/database.js';
import type { Environment } from '../../platform/process/environment.js';
import { policyVersion } from '../../platform/policy/policy-version.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import type { SubgraphProgram } from '../../platform/subgraph/subgraph-program.js';
import { peopleTasks } from './background/tasks.js';
import { toPeopleConfig } from './config.js';
import { createContext } from './context.js';
import { importRoad } from './import/import-road.js';
import { peoplePolicy } from './policy.js';
import { guideService } from './guides/guide.service.js';
import { readGuides } from './guides/read-guides.js';
import { buildPeopleSchema } from './schema.js';
import { peopleStorage } from './storage.js';

const source = { id: 'people', protocol: policyVersion('people', peoplePolicy) };

/** People over its database, ready to be asked; REGION_GUIDES_DIR may name where the guides of regions lie. */
export async function openPeople(db: DataSource, environment: Environment = {}): Promise<Subgraph> {
  const guides = guideService(readGuides(environment));
  const config = toPeopleConfig(environment);
  return {
    name: 'people',
    schema: await buildPeopleSchema(),
    inContext: (caller, work) =>
      auditedRequest(db, caller, source, (tx, audit, searching) =>
        work(createContext(caller, { tx, searching, config, guides }, audit)),
      ),
    roads: { import: importRoad({ db, source }) },
    checkReady: async () => {
      await db.query('select 1');
    },
    close: () => db.destroy(),
  };
}

/** People, wherever it runs. */
export const peopleProgram: SubgraphProgram = {
  storage: peopleStorage,
  open: openPeople,
  background: peopleTasks,
};
