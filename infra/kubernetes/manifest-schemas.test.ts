import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parseAllDocuments } from 'yaml';

interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

interface Model {
  /** Throws with what is wrong with the manifest that it is called upon, and where. */
  readonly prototype: { validate(this: unknown): void };
}

const here = new URL('./', import.meta.url);
const files = readdirSync(here).filter((name) => name.endsWith('.yaml') && name !== 'kustomization.yaml');
const manifests = files.flatMap((name) =>
  parseAllDocuments(readFileSync(new URL(name, here), 'utf8')).map((one) => one.toJS() as Manifest),
);

/** The kind of a manifest, from the schemas that Kubernetes and CloudNativePG publish. */
async function modelOf({ apiVersion, kind }: Manifest): Promise<Model> {
  const from = apiVersion.startsWith('postgresql.cnpg.io/') ? '@kubernetes-models/cloudnative-pg' : 'kubernetes-models';
  const model = ((await import(`${from}/${apiVersion}`)) as Readonly<Record<string, Model | undefined>>)[kind];
  if (!model) throw new Error(`${apiVersion} has no ${kind}`);
  return model;
}

/** What is wrong with a manifest: as its schema says, else each field that no schema looked at, for there is none of that name. */
async function faultsOf(manifest: Manifest): Promise<string[]> {
  const seen = new Set<string>();
  const { prototype } = await modelOf(manifest);
  try {
    // a model would copy what it is given, and so look at everything
    prototype.validate.call(watched(manifest, '', seen));
  } catch (error) {
    return [(error as Error).message];
  }
  return pathsIn(manifest, '').filter((path) => !seen.has(path));
}

/** The same value, which notes what is read of it. */
function watched(value: unknown, path: string, seen: Set<string>): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return new Proxy(value, {
    get(target, key) {
      const at = `${path}/${String(key)}`;
      seen.add(at);
      return watched(Reflect.get(target, key), at, seen);
    },
  });
}

function pathsIn(value: unknown, path: string): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => [`${path}/${key}`, ...pathsIn(one, `${path}/${key}`)]);
}

describe('the manifests for Kubernetes', () => {
  it.each(manifests)('say of $kind $metadata.name nothing that its schema does not know', async (manifest) => {
    expect(await faultsOf(manifest)).toEqual([]);
  });

  it('would be found out by a field that is misspelt, however deep, and by a value of the wrong kind', async () => {
    const gateway = manifests.find(({ kind, metadata }) => kind === 'Deployment' && metadata.name === 'gateway');
    const text = JSON.stringify(gateway);
    const misspelt = JSON.parse(text.replace('"preStop"', '"preStopp"')) as Manifest;
    expect((await faultsOf(misspelt)).join()).toContain('/lifecycle/preStopp');
    const wrong = JSON.parse(text.replace(/"replicas":\d+/, '"replicas":"two"')) as Manifest;
    expect((await faultsOf(wrong)).join()).toContain('/spec/replicas must be integer');
    const database = JSON.stringify(manifests.find(({ kind }) => kind === 'Cluster'));
    const other = JSON.parse(database.replace('"instances"', '"instancess"')) as Manifest;
    expect(await faultsOf(other)).not.toEqual([]);
  });
});
