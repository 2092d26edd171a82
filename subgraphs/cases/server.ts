import type { DataSource } from '../../platform/database/database.js';
import { auditTrail } from '../../platform/audit/audit-trail.js';
import { withCaller } from '../../platform/database/with-caller.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import type { SubgraphProgram } from '../../platform/subgraph/subgraph-program.js';
import { toCasesConfig, type CasesConfig } from './config.js';
import { createContext } from './context.js';
import { buildCasesSchema } from './schema.js';
import { casesTasks } from './background/tasks.js';
import { casesStorage } from './storage.js';

/** Cases over its database, ready to be asked. */
export async function openCases(db: DataSource, config: CasesConfig): Promise<Subgraph> {
  return {
    name: 'cases',
    schema: await buildCasesSchema(),
    inContext: (caller, work) =>
      withCaller(db, caller, async (tx) => {
        const audit = auditTrail('cases', caller);
        const result = await work(createContext(caller, tx, config, audit));
        await audit.write(tx);
        return result;
      }),
    checkReady: async () => {
      await db.query('select 1');
    },
    close: () => db.destroy(),
  };
}

/** Cases, wherever it runs. */
export const casesProgram: SubgraphProgram = {
  storage: casesStorage,
  open: (db, environment) => openCases(db, toCasesConfig(environment)),
  background: casesTasks,
};
