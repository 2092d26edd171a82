import { randomUUID } from 'node:crypto';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { caseIdOf, type HubAnswer, type TestHub } from '../../hub.js';

/** A hold as the promised operation gives it. */
export interface Held {
  id: string;
  state: string;
  quantity: number;
  expiresAt: string | null;
  offer: { id: string; availability: { status: string; available: number | null } } | null;
}

export const planner: Actor = { role: 'provider-planner', organisation: 'rietvink' };
export const otherPlanner: Actor = { role: 'provider-planner', organisation: 'waterlelie' };

/** What brokers and one provider do with holds, through the whole hub. */
export type HoldScene = Awaited<ReturnType<typeof openHoldScene>>;

/** Finds a dozen cases of Flevoland and the offers of one provider. */
export async function openHoldScene(hub: TestHub) {
  const numbers = Array.from({ length: 12 }, (_, index) => `FL-26-00${index + 11}`);
  const caseIds = await Promise.all(numbers.map((number) => caseIdOf(hub, number)));
  const { data: listed } = await hub.query<{ offers: { edges: { node: { id: string } }[] } }>(
    '{ offers(first: 20) { edges { node { id } } } }',
    {},
    planner,
  );
  const offerIds = listed.offers.edges.map(({ node }) => node.id);
  let next = 0;

  const asOwner = async (sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
    withClient(hub.database.url('owner'), async (client) => (await client.query(sql, values)).rows as never);

  /** One of the provider's offers, nothing of it held, with so many places free by a figure of that age. */
  async function offerWith(available: number, maximum = 6, age = '1 minute'): Promise<string> {
    const offerId = offerIds[next++ % offerIds.length] ?? '';
    await asOwner(
      `update capacity.hold set ended_at = hub_now(), ended_as = 'RELEASED' where offer_id = $1 and ended_at is null`,
      [offerId],
    );
    await asOwner('delete from capacity.closure where offer_id = $1', [offerId]);
    await asOwner('delete from capacity.capacity_report where offer_id = $1', [offerId]);
    await asOwner(
      `insert into capacity.capacity_report (offer_id, sequence, as_of, source, method, status, available, maximum, unit)
       select id, 1, hub_now() - $4::interval, 'test', 'MACHINE', case when $2::int > 0 then 'HAS_CAPACITY' else 'NO_CAPACITY' end, $2, $3, unit
       from capacity.offer where id = $1`,
      [offerId, available, maximum, age],
    );
    return offerId;
  }

  async function ask<D>(document: string, input: object, actor: Actor): Promise<HubAnswer<D> & { codes: unknown[] }> {
    const { status, data, errors } = await hub.query<D>(
      document,
      { input: { idempotencyKey: randomUUID(), ...input } },
      actor,
    );
    return { status, data, errors, codes: errors.map(({ extensions }) => extensions?.['code']) };
  }

  const hold = async (input: object, actor: Actor = broker) => {
    const { data, codes, errors } = await ask<{ holdPlace: { hold: Held } | null }>(
      committedDocument('hold-place'),
      input,
      actor,
    );
    return { hold: data.holdPlace?.hold ?? null, codes, errors };
  };
  const answer = async (input: object, actor: Actor = planner) => {
    type Answered = Held & { refusal: { code: string; note: string | null } | null };
    const { data, codes } = await ask<{ answerHold: { hold: Answered } | null }>(
      committedDocument('answer-hold'),
      input,
      actor,
    );
    return { hold: data.answerHold?.hold ?? null, codes };
  };
  const step = async (name: 'releaseHold' | 'convertHold', holdId: string, actor: Actor = broker) => {
    const document = `mutation ($input: HoldStepInput!) { ${name}(input: $input) { hold { id state } } }`;
    const { data, codes } = await ask<Record<string, { hold: { state: string } } | null>>(document, { holdId }, actor);
    return { state: data[name]?.hold.state ?? null, codes };
  };

  return { caseIds, asOwner, offerWith, ask, hold, answer, step };
}
