import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { startTestHub, type TestHub } from '../../hub.js';
import { fhirFaults } from '../../standards/check-fhir.js';
import { hsdsFaults } from '../../standards/check-hsds.js';
import { hsdsShapes } from '../../standards/hsds-shapes.js';

type Object = Readonly<Record<string, unknown>>;

/** A provider of the demonstration region. */
const provider: Actor = { role: 'provider-system', organisation: 'vlonder' };
let hub: TestHub;

beforeAll(async () => {
  hub = await startTestHub();
});
afterAll(() => hub.close());

async function get(path: string, actor: Actor, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${hub.url}${path}`, { headers: { authorization: `Bearer ${await hub.token(actor)}`, ...headers } });
}

async function lines(path: string, actor: Actor): Promise<Object[]> {
  const response = await get(path, actor);
  expect(response.status).toBe(200);
  const text = await response.text();
  return text
    .trimEnd()
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Object);
}

/** As the owner of the tables. */
async function sql<R>(text: string): Promise<R[]> {
  return withClient(hub.database.url('owner'), async (client) => (await client.query(text)).rows as R[]);
}

function idsOf(objects: readonly Object[], type: string): Set<unknown> {
  return new Set(objects.filter((object) => object['type'] === type).map(({ id }) => id));
}

describe('the export of HSDS', () => {
  let objects: Object[];
  beforeAll(async () => {
    objects = await lines('/export/hsds', broker);
  });

  it('holds every offer that is given, and fits the published schema in every line', async () => {
    const [given] = await sql<{ count: number }>(`select count(*)::int from capacity.offer where retired_at is null`);
    expect(idsOf(objects, 'service').size).toBe(given?.count);
    expect(objects.flatMap(({ type, ...object }) => hsdsFaults(String(type), object))).toEqual([]);
    for (const type of ['organization', 'location', 'unit', 'service_at_location', 'service_capacity'])
      expect(idsOf(objects, type).size).toBeGreaterThan(4);
  });

  it('tells nothing twice, and points at nothing that was not told before', () => {
    const told = new Set<unknown>();
    for (const object of objects) {
      for (const pointer of ['organization_id', 'service_id', 'location_id', 'unit_id'])
        if (pointer in object) expect(told).toContain(object[pointer]);
      expect(told).not.toContain(object['id']);
      told.add(object['id']);
    }
  });

  it('holds no key of a provider, no note and no place of a secret location', async () => {
    const [secret] = await sql<{ id: string; site: string; postcode: string }>(
      `update capacity.offer o set place_features = '{SECRET_LOCATION}' from capacity.site s
       where s.id = o.site_id and o.retired_at is null
         and not exists (select from capacity.offer other where other.site_id = o.site_id and other.id <> o.id)
       returning o.id, s.id as site, s.postcode4 as postcode`,
    );
    if (!secret) throw new Error('there is a site with one offer');
    const told = await lines('/export/hsds', broker);
    const text = JSON.stringify(told);
    expect(text).not.toContain(secret.site);
    expect(text).not.toContain('own-key');
    const at = told.find(({ type, service_id }) => type === 'service_at_location' && service_id === secret.id);
    const location = told.find(({ id }) => id === at?.['location_id']);
    expect(location).toEqual({
      type: 'location',
      id: at?.['location_id'],
      location_type: 'physical',
      organization_id: expect.any(String),
      name: 'geheime locatie',
    });
    expect(JSON.stringify(await lines('/export/fhir', broker))).not.toContain(secret.site);
  });

  it('comes as a tabular data package: the same rows, each pointer at a row', async () => {
    const response = await get('/export/hsds', broker, { accept: 'application/zip' });
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/zip']);
    const tables = unzipped(new Uint8Array(await response.arrayBuffer()));
    const descriptor = JSON.parse(tables.get('datapackage.json') ?? '') as DataPackage;
    expect(descriptor.profile).toBe('tabular-data-package');
    const rows = new Map(
      descriptor.resources.map(({ name, path }) => [
        name,
        parse(tables.get(path) ?? '', { columns: true }) as unknown as Record<string, string>[],
      ]),
    );
    const told = await lines('/export/hsds', broker);
    for (const type of ['organization', 'service', 'location', 'service_at_location', 'service_capacity', 'unit'])
      expect(rows.get(type)).toHaveLength(idsOf(told, type).size);
    for (const { name, schema } of descriptor.resources) {
      const known = Object.keys(hsdsShapes[name] ?? {}).map((field) => field.replace(/[!+]$/, ''));
      expect(known).toEqual(expect.arrayContaining(schema.fields.map((field) => field.name)));
      for (const { fields, reference } of schema.foreignKeys) {
        const ids = new Set(rows.get(reference.resource)?.map(({ id }) => id));
        expect(rows.get(name)?.filter((row) => !ids.has(row[fields]))).toEqual([]);
      }
      const required = schema.fields.filter(({ constraints }) => constraints.required).map((field) => field.name);
      expect(rows.get(name)?.filter((row) => required.some((field) => row[field] === ''))).toEqual([]);
    }
  });
});

interface DataPackage {
  readonly profile: string;
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly schema: {
      readonly fields: readonly { readonly name: string; readonly constraints: { readonly required: boolean } }[];
      readonly foreignKeys: readonly { readonly fields: string; readonly reference: { readonly resource: string } }[];
    };
  }[];
}

function unzipped(zip: Uint8Array): Map<string, string> {
  return new Map(Object.entries(unzipSync(zip)).map(([name, content]) => [name, strFromU8(content)]));
}

describe('the export of FHIR', () => {
  it('fits the definitions of FHIR R4 in every line, and refers to what was told before', async () => {
    const resources = await lines('/export/fhir', broker);
    expect(resources.flatMap((resource) => fhirFaults(resource))).toEqual([]);
    const told = new Set<string>();
    for (const { resourceType, id, providedBy, location, managingOrganization } of resources) {
      const references = [providedBy, managingOrganization, ...((location as unknown[] | undefined) ?? [])];
      for (const reference of references.filter((one) => one !== undefined))
        expect(told).toContain((reference as { reference: string }).reference);
      told.add(`${String(resourceType)}/${String(id)}`);
    }
    expect(resources.filter(({ resourceType }) => resourceType === 'HealthcareService').length).toBeGreaterThan(200);
  });

  it('says with what it can be read', async () => {
    const response = await get('/export/fhir', broker, { accept: 'application/fhir+ndjson' });
    expect(response.headers.get('content-type')).toBe('application/fhir+ndjson');
    await response.arrayBuffer();
    expect(fhirFaults({ resourceType: 'HealthcareService', active: 'yes' })).not.toEqual([]);
  });
});

describe('the changes since an export', () => {
  it('are those of the offers that changed, with retired ones as inactive', async () => {
    const first = await get('/export/hsds', broker);
    await first.text();
    const since = first.headers.get('x-next-since') ?? '';
    expect(since).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
    expect(await lines(`/export/hsds?since=${since}`, broker)).toEqual([]);

    const [changed, retired] = await sql<{ id: string }>(
      `select id from capacity.offer where retired_at is null order by id limit 2`,
    );
    await sql(`update capacity.offer set title = 'Nieuwe naam' where id = '${changed?.id}'`);
    await sql(`update capacity.offer set retired_at = hub_now() where id = '${retired?.id}'`);
    const services = (await lines(`/export/hsds?since=${since}`, broker)).filter(({ type }) => type === 'service');
    expect(services).toHaveLength(2);
    expect(services.find(({ id }) => id === changed?.id)).toMatchObject({ name: 'Nieuwe naam' });
    expect(services.find(({ id }) => id === retired?.id)).toMatchObject({ status: 'inactive' });
    const resources = await lines(`/export/fhir?since=${since}`, broker);
    expect(resources.find(({ id }) => id === retired?.id)).toMatchObject({ active: false });
  });
});

describe('who exports', () => {
  it.each(['case-owner', 'ret-member'] as const)('may be a %s', async (role) => {
    expect(idsOf(await lines('/export/hsds', { role }), 'service').size).toBeGreaterThan(200);
  });

  it.each(['analyst', 'privacy-officer', 'operator'] as const)('may not be a %s', async (role) => {
    const response = await get('/export/hsds', { role });
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] });
  });

  it('may not be somebody without a token, and asks with GET', async () => {
    expect((await fetch(`${hub.url}/export/hsds`)).status).toBe(401);
    const headers = { authorization: `Bearer ${await hub.token(broker)}` };
    expect((await fetch(`${hub.url}/export/fhir`, { method: 'POST', headers })).status).toBe(405);
  });

  it('is told what is wrong with what was asked', async () => {
    expect((await get('/export/hsds?since=yesterday', broker)).status).toBe(400);
    expect((await get('/export/hsds?format=xml', broker)).status).toBe(400);
    expect((await get('/export/hsds', broker, { accept: 'text/html' })).status).toBe(406);
  });

  it('sees as a provider its own offers only, under its own keys, as it reported them', async () => {
    const objects = await lines('/export/hsds', provider);
    expect(idsOf(objects, 'organization').size).toBe(1);
    const [organisation] = idsOf(objects, 'organization');
    expect(new Set(objects.filter(({ type }) => type === 'service').map((one) => one['organization_id']))).toEqual(
      new Set([organisation]),
    );
    const keys = await sql<{ key: string }>(
      `select key from capacity.offer where retired_at is null and organisation_id = '${String(organisation)}'`,
    );
    for (const { key } of keys) expect(JSON.stringify(objects)).toContain(`"value":"${key}"`);
  });

  it('brings what a provider exported back in, and nothing has changed', async () => {
    const headers = { authorization: `Bearer ${await hub.token(provider)}`, 'content-type': 'application/x-ndjson' };
    const exported = await (await get('/export/hsds', provider)).text();
    const figures = exported.split('\n').filter((line) => line.includes('"type":"service_capacity"')).length;
    const response = await fetch(`${hub.url}/import`, { method: 'POST', headers, body: exported });
    const answered = (await response.text())
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Object);
    expect(figures).toBeGreaterThan(2);
    expect(answered.at(-1)).toMatchObject({ kind: 'summary', rows: figures, unchanged: figures, isComplete: true });
  });
});

describe('an export and the rest of the hub', () => {
  it('costs two requests to subgraphs for a hundred offers, and one before', async () => {
    hub.resetCounts();
    const offers = idsOf(await lines('/export/hsds', broker), 'service').size;
    expect(hub.subgraphRequests()).toHaveLength(1 + 2 * Math.ceil(offers / 100));
    const statements = Object.values(hub.statements()).flat().length;
    expect(statements).toBeLessThan(12 * Math.ceil(offers / 100));
  });

  it('stops when its client hangs up', async () => {
    hub.resetCounts();
    const response = await get('/export/fhir', broker);
    await response.body?.cancel();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    const asked = hub.subgraphRequests().length;
    expect(asked).toBeLessThanOrEqual(5);
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(hub.subgraphRequests()).toHaveLength(asked);
    // its place is free again
    await lines('/export/fhir', provider);
    await lines('/export/fhir', broker);
  });

  it('is one at a time for one caller', async () => {
    const first = get('/export/hsds?format=datapackage', broker);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const second = await get('/export/hsds', broker);
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '1']);
    await (await first).arrayBuffer();
    expect((await get('/export/hsds', broker)).status).toBe(200);
  });
});
