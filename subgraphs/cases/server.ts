import type { DataSource } from '../../platform/database/database.js';
import { auditedRequest } from '../../platform/audit/audited-request.js';
import { policyVersion } from '../../platform/policy/policy-version.js';
import type { Subgraph } from '../../platform/subgraph/subgraph-endpoint.js';
import type { SubgraphProgram } from '../../platform/subgraph/subgraph-program.js';
import { toCasesConfig, type CasesConfig } from './config.js';
import { createContext } from './context.js';
import { casesPolicy } from './policy.js';
import { buildCasesSchema } from './schema.js';
import { casesTasks } from './background/tasks.js';
import { casesStorage } from './storage.js';

const source = { id: 'cases', protocol: policyVersion('cases', casesPolicy) };

/** Cases over its database, ready to be asked. */
export async function openCases(db: DataSource, config: CasesConfig): Promise<Subgraph> {
  return {
    name: 'cases',
    schema: await buildCasesSchema(),
    inContext: (caller, work) =>
      auditedRequest(db, caller, source, (tx, audit, searching) =>
        work(createContext(caller, { tx, searching, config }, audit)),
      ),
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
