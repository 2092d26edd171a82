import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse, parseAllDocuments } from 'yaml';

interface Container {
  readonly image: string;
  readonly command: readonly string[];
  readonly env?: readonly { readonly name: string; readonly value: string }[];
  readonly envFrom?: readonly {
    readonly secretRef?: { readonly name: string };
    readonly configMapRef?: { readonly name: string };
  }[];
  readonly volumeMounts: readonly { readonly name: string }[];
  readonly securityContext: object;
  readonly lifecycle?: { readonly preStop: { readonly exec: { readonly command: readonly string[] } } };
}

interface Pod {
  readonly terminationGracePeriodSeconds?: number;
  readonly securityContext: object;
  readonly containers: readonly Container[];
  readonly volumes: readonly { readonly name: string; readonly secret?: { readonly secretName: string } }[];
}

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
  readonly data?: Readonly<Record<string, string>>;
  readonly spec?: { readonly template?: { readonly spec: Pod }; readonly selector?: { readonly app?: string } };
}

const here = new URL('./', import.meta.url);
const read = (path: string): string => readFileSync(new URL(path, here), 'utf8');
const { resources } = parse(read('kustomization.yaml')) as { resources: string[] };
const manifests = resources.flatMap((file) => parseAllDocuments(read(file)).map((one) => one.toJS() as Manifest));
const pods = manifests.flatMap(({ metadata, spec }) =>
  spec?.template ? [{ name: metadata.name, pod: spec.template.spec }] : [],
);
const settings = new Set([...read('../../.env.example').matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name));
const cluster = manifests.find(({ kind }) => kind === 'Cluster');
/** What a part may take to finish: `stopTimeoutMs` of a worker, and some for closing its connections. */
const drainSeconds = 20;
const guide = read('../../docs/deployment.md');

/** The operator gives standbys the name of their cluster with this ending. */
function standbysIn(env: NonNullable<Container['env']>): string[] {
  return env.flatMap(({ name, value }) => (name === 'DATABASE_REPLICAS' ? [value] : []));
}

describe('the manifests for Kubernetes', () => {
  it('are all in what is applied', () => {
    const files = readdirSync(here).filter((file) => file.endsWith('.yaml') && file !== 'kustomization.yaml');
    expect([...resources].sort()).toEqual(files.sort());
  });

  it.each(pods)('run a program of the hub as $name, with settings that it reads', ({ pod }) => {
    for (const { command, env = [], image } of pod.containers) {
      expect([image, command[0]]).toEqual(['thuisbasis', 'node']);
      expect(existsSync(new URL(`../../${command[1] ?? ''}`, here))).toBe(true);
      expect(env.map(({ name }) => name).filter((name) => !settings.has(name))).toEqual([]);
    }
  });

  it.each(pods)('let $name do no more than it must', ({ pod }) => {
    expect(pod.securityContext).toMatchObject({ runAsNonRoot: true, seccompProfile: { type: 'RuntimeDefault' } });
    for (const { securityContext } of pod.containers)
      expect(securityContext).toEqual({
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      });
  });

  it.each(pods)('take for $name only secrets that the guide has made', ({ pod }) => {
    const configured = new Set(
      manifests.filter(({ kind }) => kind === 'ConfigMap').map(({ metadata }) => metadata.name),
    );
    const named = [
      ...pod.containers.flatMap(({ envFrom = [] }) => envFrom.flatMap(({ secretRef }) => secretRef?.name ?? [])),
      ...pod.volumes.flatMap(({ secret }) => secret?.secretName ?? []),
    ];
    for (const name of named) expect(guide).toContain(`secret generic ${name} `);
    for (const { envFrom = [] } of pod.containers)
      for (const { configMapRef } of envFrom) if (configMapRef) expect(configured).toContain(configMapRef.name);
  });

  it('let a part that is reached by an address go on until nobody is sent there, and give it time to finish', () => {
    const reached = manifests.flatMap(({ kind, spec }) => (kind === 'Service' ? [spec?.selector?.app] : []));
    expect(reached.length).toBeGreaterThan(4);
    for (const { pod } of pods.filter(({ name }) => reached.includes(name))) {
      const [command, seconds] = pod.containers[0]?.lifecycle?.preStop.exec.command ?? [];
      expect([command, Number(seconds) >= 5]).toEqual(['sleep', true]);
      expect(pod.terminationGracePeriodSeconds).toBeGreaterThanOrEqual(Number(seconds) + drainSeconds);
    }
  });

  it('lead every address to a part that is there', () => {
    const services = new Map(manifests.filter(({ kind }) => kind === 'Service').map((one) => [one.metadata.name, one]));
    const apps = new Set(pods.map(({ name }) => name));
    for (const { spec } of services.values()) expect(apps).toContain(spec?.selector?.app);
    const hosts = pods.flatMap(({ pod }) =>
      pod.containers.flatMap(({ env = [] }) =>
        env.flatMap(({ value }) => /^http:\/\/([a-z-]+):/.exec(value)?.[1] ?? []),
      ),
    );
    expect(hosts.length).toBeGreaterThan(5);
    const databases = pods.flatMap(({ pod }) => pod.containers.flatMap(({ env = [] }) => standbysIn(env)));
    expect(new Set(databases)).toEqual(new Set([`${cluster?.metadata.name}-ro:5432`]));
    for (const host of hosts) expect([...services.keys()]).toContain(host);
  });
});
