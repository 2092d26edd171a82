import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import '../../gateway/federation/operation-telemetry.js';
import '../../gateway/http/request-telemetry.js';
import '../../gateway/overload/admission.js';
import '../../gateway/subgraph-link/link-telemetry.js';
import '../../platform/background/background-telemetry.js';
import '../../platform/database/database-telemetry.js';
import '../../platform/database/replica/replica-telemetry.js';
import '../../platform/outbox/outbox-telemetry.js';
import '../processes/gateway-workers.js';
import { readOperations } from '../../gateway/registered/registered-operations.js';
import { countProcess, registry } from '../../platform/telemetry/metrics.js';

countProcess();
const metrics = new Map(registry.getMetricsAsArray().map((metric) => [metric.name, metric]));
const operations = new Set([...readOperations().values()].map(({ name }) => name));

describe.each(['grafana-dashboard.json', 'prometheus-alerts.yaml'])('%s', (file) => {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll('\\"', '"');

  it('watches only what the hub counts, by labels that it has', () => {
    const watched = [...text.matchAll(/(thuisbasis_\w+)(?:\{([^}]*)\})?/g)];
    expect(watched.length).toBeGreaterThan(7);
    for (const [, name = '', labels = ''] of watched) {
      const metric = metrics.get(name) ?? metrics.get(name.replace(/_(bucket|count|sum)$/, ''));
      expect(`${name}: ${metric ? 'counted' : 'unknown'}`).toBe(`${name}: counted`);
      const known = (metric as unknown as { labelNames: string[] }).labelNames;
      expect(known).toEqual(expect.arrayContaining([...labels.matchAll(/(\w+)=~?"/g)].map(([, label]) => label)));
    }
  });

  it('names only operations that are registered', () => {
    const named = [...text.matchAll(/operation=~"([^"]*)"/g)].flatMap(([, names = '']) => names.split('|'));
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((name) => !operations.has(name))).toEqual([]);
  });
});
