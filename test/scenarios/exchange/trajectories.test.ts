import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { organisations } from '../../../infra/demonstration/organisations.js';
import { broker, type Actor } from '../../actors.js';
import { openHoldScene, planner, type HoldScene } from '../../builders/scenes/hold-scene.js';
import { onceHoldIsKnown } from '../../builders/scenes/referral-scene.js';
import { startTestHub, type TestHub } from '../../hub.js';

interface Placed {
  readonly id: string;
  readonly version: number;
}

const agb = '01234567';
const product = { category: '45', code: '45A48', volume: 4, unit: 'HOUR', frequency: 'PER_WEEK' };
let hub: TestHub;
let holds: HoldScene;
let owner: Actor;
let placed: Placed;
let caseId: string;

beforeAll(async () => {
  hub = await startTestHub();
  holds = await openHoldScene(hub);
  caseId = holds.caseIds[3] ?? '';
  const [file] = await holds.asOwner('select owner_organisation_id as id from cases.case_file where id = $1', [caseId]);
  const { key } = organisations.find(({ id }) => id === file?.['id']) ?? { key: '' };
  owner = { role: 'case-owner', organisation: key };
  await holds.asOwner(`update people.organisation set agb = array[$1] where key = 'rietvink'`, [agb]);
  await holds.asOwner('delete from cases.consultation where case_id = $1', [caseId]);
  placed = await allocate();
});
afterAll(() => hub.close());

async function step(name: string, input: object): Promise<{ placed: Placed | null; codes: unknown[] }> {
  const { data, codes } = await holds.ask<Record<string, { placement: Placed | null } | null>>(
    committedDocument(name),
    input,
    broker,
  );
  return { placed: Object.values(data)[0]?.placement ?? null, codes };
}

/** Care of a provider that said yes. */
async function allocate(): Promise<Placed> {
  const { hold } = await holds.hold({ caseId, offerId: await holds.offerWith(1) });
  await holds.answer({ holdId: hold?.id, answer: 'ACCEPT' });
  const allocation = () => step('allocate-placement', { caseId, holdId: hold?.id, product });
  for (;;) {
    const { placed: made, codes } = await onceHoldIsKnown(allocation);
    if (made) return made;
    if (!codes.includes('STATE_CONFLICT')) throw new Error(codes.join());
  }
}

async function get(path: string, actor: Actor | null = owner): Promise<Response> {
  const headers = actor ? { authorization: `Bearer ${await hub.token(actor)}` } : {};
  return fetch(`${hub.url}/export/${path}`, { headers });
}

const draft = (message: string, ending = 'json'): string => `ijw/${message}.${ending}?placementId=${placed.id}`;
const refusal = async (response: Response): Promise<unknown> =>
  ((await response.json()) as { errors: { extensions: Record<string, unknown> }[] }).errors[0]?.extensions;

describe('a message of iJw', () => {
  it('is refused with everything that is missing, until the broker told it', async () => {
    const response = await get(draft('jw301'));
    expect(response.status).toBe(409);
    const at = 'Client.ToegewezenProducten.ToegewezenProduct';
    expect(await refusal(response)).toMatchObject({
      code: 'EXPORT_INCOMPLETE',
      message: 'JW301',
      fields: ['ToewijzingNummer', 'Ingangsdatum', 'Einddatum']
        .map((name) => `${at}.${name} (NOT_RECORDED)`)
        .join(', '),
    });
    const told = { allocationNumber: 4711, startOn: '2026-03-08', endOn: '2026-12-31', referrer: 'GP' };
    const { placed: described } = await step('describe-product', {
      ...{ placementId: placed.id, version: placed.version, product: told },
    });
    placed = described ?? placed;
    expect((await get(draft('jw301'))).status).toBe(200);
  });

  it('is drafted for the owner and the broker, who does not see the owner’s own reference', async () => {
    await holds.asOwner(`update cases.case_file set own_reference = '=zaak-9' where id = $1`, [caseId]);
    const [ofOwner, ofBroker] = [await get(draft('jw315')), await get(draft('jw315'), broker)];
    expect(ofOwner.headers.get('content-disposition')).toBe('attachment; filename="jw315.json"');
    const [owned, brokered] = [await ofOwner.json(), await ofBroker.json()];
    expect(owned).toMatchObject({
      ...{ message: 'JW315', isDraft: true, ownReference: '=zaak-9', placementId: placed.id },
      leftToOwner: expect.arrayContaining(['Client.Bsn', 'Client.Naam']),
      Bericht: {
        Header: { BerichtCode: '446', Afzender: agb },
        Client: {
          AangevraagdeProducten: { AangevraagdProduct: { Product: { Categorie: '45' }, Verwijzer: { Type: '02' } } },
        },
      },
    });
    expect(brokered).toMatchObject({ message: 'JW315', ownReference: null });
    const lines: Record<string, string>[] = parse(await (await get(draft('jw301', 'csv'))).text(), { columns: true });
    expect(lines.find(({ element }) => element === 'Header.Ontvanger')).toMatchObject({
      ...{ value: agb, own_reference: `'=zaak-9`, filled_by: 'HUB' },
    });
  });

  it('tells of a start and a stop once care started and stopped', async () => {
    expect(await refusal(await get(draft('jw305')))).toMatchObject({
      fields: expect.stringContaining('Begindatum (NOT_YET)'),
    });
    const started = await step('start-placement', { placementId: placed.id, version: placed.version });
    expect(started.codes).toEqual([]);
    placed = started.placed ?? placed;
    expect((await get(draft('jw305'))).status).toBe(200);
    expect(await refusal(await get(draft('jw307')))).toMatchObject({
      fields: expect.stringContaining('Einddatum (NOT_YET)'),
    });
    const ended = await step('end-placement', { placementId: placed.id, version: placed.version, reason: 'BY_CLIENT' });
    placed = ended.placed ?? placed;
    expect(await (await get(draft('jw307'))).json()).toMatchObject({
      Bericht: { Client: { StopProducten: { StopProduct: { RedenBeeindiging: '32', StatusAanlevering: '1' } } } },
    });
  });

  it.each<[string, Actor, number, string]>([
    ['a broker of another region', { role: 'care-broker', region: 'region-2' }, 404, 'NOT_FOUND'],
    ['another organisation', { role: 'case-owner', organisation: 'veilig-thuis' }, 404, 'NOT_FOUND'],
    ['the provider', planner, 403, 'FORBIDDEN'],
    ['a member of the expert table', { role: 'ret-member' }, 403, 'FORBIDDEN'],
    ['an analyst', { role: 'analyst' }, 403, 'FORBIDDEN'],
    ['the privacy officer', { role: 'privacy-officer' }, 403, 'FORBIDDEN'],
  ])('is not drafted for %s', async (_who, actor, status, code) => {
    const response = await get(draft('jw301'), actor);
    expect([response.status, await refusal(response)]).toMatchObject([status, { code }]);
    expect((await get('cbs/jeugdhulp.csv?period=2026-1', actor)).status).toBe(
      code === 'NOT_FOUND' && actor.role === 'case-owner' ? 200 : 403,
    );
  });

  it('asks which placement, knows no other parameter, and is closed to whoever has no token', async () => {
    for (const path of ['ijw/jw301.json', `${draft('jw301')}&bsn=1`])
      expect(await refusal(await get(path))).toMatchObject({ code: 'BAD_USER_INPUT' });
    for (const path of [draft('jw301'), 'cbs/jeugdhulp.csv?period=2026-1'])
      expect((await get(path, null)).status).toBe(401);
  });

  it('is written down as an export', async () => {
    const rows = await holds.asOwner(
      `select count(*)::integer as n from cases.audit_event where action = 'E' and object_type = 'Placement' and $1 = any(object_ids)`,
      [placed.id],
    );
    expect(Number(rows[0]?.['n'])).toBeGreaterThan(0);
  });
});

describe('the records for CBS', () => {
  const period = (): string => {
    const now = new Date();
    return `${now.getUTCFullYear()}-${now.getUTCMonth() < 6 ? 1 : 2}`;
  };
  const records = async (actor: Actor): Promise<Record<string, string>[]> =>
    parse(await (await get(`cbs/jeugdhulp.csv?period=${period()}`, actor)).text(), { columns: true });

  it('hold each trajectory of the own cases, with what is missing beside it', async () => {
    const [record, ...others] = (await records(owner)).filter(({ eigen_kenmerk: own }) => own === `'=zaak-9`);
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      agb_aanbieder: agb,
      verwijzer: '02',
      reden_beeindiging: '03',
      bsn: '',
      status: 'COMPLEET',
    });
  });

  it('are those of no other organisation', async () => {
    expect(
      (await records({ role: 'case-owner', organisation: 'veilig-thuis' })).map((one) => one['eigen_kenmerk']),
    ).not.toContain(`'=zaak-9`);
  });

  it('are asked by the half year', async () => {
    expect(await refusal(await get('cbs/jeugdhulp.xlsx?period=2026-3'))).toMatchObject({ code: 'BAD_USER_INPUT' });
    expect((await get(`cbs/jeugdhulp.xlsx?period=${period()}`)).headers.get('content-type')).toContain('spreadsheetml');
  });
});
