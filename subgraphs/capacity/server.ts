import { auditedRequest } from '../../platform/audit/audited-request.js';
import { auditTrail } from '../../platform/audit/audit-trail.js';
import type { DataSource } from '../../platform/database/database.js';
import { policyVersion } from '../../platform/policy/policy-version.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import type { SubgraphProgram } from '../../platform/subgraph/subgraph-program.js';
import { capacityTasks } from './background/tasks.js';
import { toCapacityConfig, type CapacityConfig } from './config.js';
import { bulkTurnstiles, createContext } from './context.js';
import { importRoad } from './import/import-road.js';
import { capacityPolicy } from './policy.js';
import { buildCapacitySchema } from './schema.js';
import { capacityStorage } from './storage.js';

const source = { id: 'capacity', protocol: policyVersion('capacity', capacityPolicy) };

/** Capacity over its database, ready to be asked. */
export async function openCapacity(db: DataSource, config: CapacityConfig): Promise<Subgraph> {
  const base = { db, config, source, turnstiles: bulkTurnstiles() };
  return {
    name: 'capacity',
    schema: await buildCapacitySchema(),
    inContext: (caller, work) =>
      auditedRequest(db, caller, source, (tx, audit, searching) =>
        work(createContext(caller, base, { tx, searching }, audit)),
      ),
    // a road reads no rows but in the transactions of its changes
    roads: {
      import: importRoad((caller) =>
        createContext(caller, base, { tx: db.manager, searching: db.manager }, auditTrail(source, caller)),
      ),
    },
    checkReady: async () => {
      await db.query('select 1');
    },
    close: () => db.destroy(),
  };
}

/** Capacity, wherever it runs. */
export const capacityProgram: SubgraphProgram = {
  storage: capacityStorage,
  open: (db, environment) => openCapacity(db, toCapacityConfig(environment)),
  background: capacityTasks,
};
