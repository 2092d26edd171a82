import { fileURLToPath } from 'node:url';
import { storageNames, subgraphNames, type StorageName, type SubgraphName } from '../../../infra/subgraphs.js';
import type { TestDatabase } from '../../database.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { random } from '../profile.js';
import { openFaultProxy, type FaultProxy } from '../proxy/fault-proxy.js';

/** Between the gateway and a subgraph, or between PostgreSQL and whoever keeps something in it. */
export type Link = SubgraphName | `database of ${StorageName}`;

/** A hub of processes, with a proxy on every link between its parts. */
export interface FaultHub extends TestHub {
  readonly proxies: Readonly<Record<Link, FaultProxy>>;
  /** Which processes ended by themselves, and which came back, in one line each. */
  readonly told: readonly string[];
}

/** Processes start as `npm run start:processes` starts them. */
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/node', import.meta.url));

/** Opens it with the limits that a hub has, over a database that somebody else drops. */
export async function openFaultHub(database: TestDatabase): Promise<FaultHub> {
  const proxies = new Map<Link, FaultProxy>();
  const told: string[] = [];
  for (const role of storageNames)
    proxies.set(`database of ${role}`, await openFaultProxy(database.url(role), () => random.fraction()));

  const hub = await startTestHub({
    form: 'processes',
    limits: 'real',
    environment: { NODE_COMPILE_CACHE: compiled, LOG_LEVEL: 'silent' },
    database: {
      ...database,
      url: (role) => proxies.get(`database of ${role as StorageName}`)?.address() ?? database.url(role),
    },
    watching: {
      report: (line) => void told.push(line),
      async between(name, url) {
        const subgraph = subgraphNames.find((one) => one === name);
        if (subgraph === undefined) return url;
        const proxy = await openFaultProxy(url, () => random.fraction());
        proxies.set(subgraph, proxy);
        return proxy.address();
      },
    },
  });
  return {
    ...hub,
    told,
    proxies: Object.fromEntries(proxies) as Record<Link, FaultProxy>,
    async close() {
      await hub.close();
      await Promise.all([...proxies.values()].map((proxy) => proxy.close()));
    },
  };
}
