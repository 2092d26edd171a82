import { describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { broker, type Actor } from '../../actors.js';
import { soon } from '../../builders/soon.js';
import { inMs, recoveryMs } from '../profile.js';
import type { World } from './world.js';

/** What may be said to a provider whose figure cannot be stored. */
const notStored = ['DATABASE_UNAVAILABLE', 'SUBGRAPH_UNAVAILABLE', 'SUBGRAPH_TIMEOUT', 'DEADLINE_EXCEEDED'];
const mostPublications = 4_000;
const patienceMs = 60_000;
const provider: Actor = { role: 'provider-system', organisation: 'rietvink' };

interface Published {
  readonly publishCapacity: { readonly results: readonly { readonly outcome: string }[] } | null;
}

const document = `mutation ($input: PublishCapacityInput!) { publishCapacity(input: $input) { results { outcome } } }`;
const looking = `{ offers(first: 1) { edges { node { id } } } }`;

/** What a database is where no disk can be made small: a table that takes no more rows, with the code that a full disk has. */
const refuse = `create function capacity.no_room() returns trigger language plpgsql as
    $$begin raise exception 'no room' using errcode = 'disk_full'; end$$;
  create trigger no_room before insert on capacity.capacity_report execute function capacity.no_room()`;
const takeAgain = `drop trigger no_room on capacity.capacity_report; drop function capacity.no_room()`;

/** A disk on which no room is left. */
export function diskFull(world: () => World): void {
  let sequence = 0;

  /** Publishes one more figure; the code with which it was refused, or null. */
  async function publish(offer: { readonly key: string; readonly unit: string }): Promise<unknown> {
    sequence += 1;
    const available = 1 + (sequence % 6);
    const report = { offerKey: offer.key, sequence, status: 'HAS_CAPACITY', available, maximum: 6, unit: offer.unit };
    const input = { idempotencyKey: `disk-full/${sequence}`, asOf: new Date().toISOString(), reports: [report] };
    const { data, errors } = await world().hub.query<Published | null>(document, { input }, provider);
    if (data?.publishCapacity?.results[0]?.outcome === 'ACCEPTED') return null;
    return errors[0]?.extensions?.['code'] ?? 'nothing';
  }

  async function takeRoom(): Promise<void> {
    const { postgres } = world();
    if (postgres.disk) await postgres.disk.fill();
    else await withClient(postgres.url('owner'), (client) => client.query(refuse));
  }

  async function giveRoom(): Promise<void> {
    const { postgres } = world();
    if (postgres.disk) await postgres.disk.free();
    else await withClient(postgres.url('owner'), (client) => client.query(takeAgain));
  }

  describe('a disk that is full', () => {
    it(
      'refuses figures with a code, keeps those that were accepted, and takes them again when there is room',
      async () => {
        const { hub, postgres, query, read, figures, soundMs } = world();
        const sound = await soundMs();
        const told = hub.told.length;
        const [offer] = await read<{ key: string; unit: string }>(
          `select o.key, o.unit from capacity.offer o join people.organisation g on g.id = o.organisation_id
           where g.key = 'rietvink' and o.retired_at is null and o.rung <> 'LOCAL_TEAM' order by o.key limit 1`,
        );
        if (!offer) throw new Error('there is no offer');
        const stored = async (): Promise<number> =>
          (
            await read<{ count: number }>(
              `select count(*)::int from capacity.capacity_report r join capacity.offer o on o.id = r.offer_id
             where o.key = '${offer.key}' and r.sequence is not null`,
            )
          )[0]?.count ?? 0;
        const before = await stored();
        expect(await publish(offer)).toBeNull();
        let accepted = 1;
        await takeRoom();
        let code = await publish(offer);
        for (; code === null && accepted < mostPublications; code = await publish(offer)) accepted += 1;
        expect(notStored).toContain(code);
        const look = await hub.query(looking, {}, broker);
        figures.note(postgres.disk ? 'a disk without room' : 'no room, by a trigger', 'refused with', String(code));
        figures.note('', 'a list of offers meanwhile', look.errors.length === 0 ? 'answered' : 'refused');

        await giveRoom();
        if (postgres.disk) await postgres.stop().then(() => postgres.start());
        const start = performance.now();
        await soon(async () => ((await publish(offer)) === null ? true : undefined), patienceMs);
        const recovered = performance.now() - start;
        expect(recovered).toBeLessThan(recoveryMs + 10 * sound);
        expect(await stored()).toBe(before + accepted + 1);
        expect(hub.told.slice(told)).toEqual([]);
        await query.untilWhole(patienceMs);
        figures.note('', 'accepted · lost', `${accepted + 1} · 0`);
        figures.note('', 'accepts again with room after', inMs(recovered));
      },
      4 * patienceMs,
    );
  });
}
