import { describe, expect, it } from '@jest/globals';
import { withClient } from '../../../infra/database/client.js';
import { broker } from '../../actors.js';
import { soon } from '../../builders/soon.js';
import { inMs, recoveryMs } from '../profile.js';
import { providerCount, startProviders } from './providers.js';
import type { World } from './world.js';

const reports = 8;
const patienceMs = 60_000;
const looking = `{ offers(first: 1) { edges { node { id } } } }`;

/** What a full disk is where none can be made small: a table that takes no more rows, and says so with the same code. */
const refuse = `create function capacity.no_room() returns trigger language plpgsql as
    $$begin raise exception 'no room' using errcode = 'disk_full'; end$$;
  create trigger no_room before insert on capacity.capacity_report execute function capacity.no_room()`;
const takeAgain = `drop trigger no_room on capacity.capacity_report; drop function capacity.no_room()`;

/** A disk on which no room is left. */
export function diskFull(world: () => World): void {
  async function takeRoom(): Promise<void> {
    const { postgres } = world();
    if (postgres.disk) await postgres.disk.fill();
    else await withClient(postgres.url('owner'), (client) => client.query(refuse));
  }

  /** PostgreSQL may have stopped for want of room: it is started as a service manager starts it. */
  async function giveRoom(): Promise<void> {
    const { postgres } = world();
    if (!postgres.disk) await withClient(postgres.url('owner'), (client) => client.query(takeAgain));
    await postgres.disk?.free();
    await postgres.stop();
    await postgres.start();
  }

  describe('a disk that is full', () => {
    it(
      'has figures refused with a code, loses none that was accepted, and takes them again when there is room',
      async () => {
        const { hub, postgres, query, figures, startedMs } = world();
        const told = hub.told.length;
        const providers = await startProviders(world(), providerCount);
        await providers.untilMore(reports);
        await takeRoom();
        await soon(() => providers.refusals.includes('DATABASE_UNAVAILABLE') || undefined, patienceMs);
        const { errors } = await hub.query(looking, {}, broker);
        await giveRoom();
        const start = performance.now();
        await providers.untilMore(1);
        const recovered = performance.now() - start;
        await providers.finish();
        expect(recovered).toBeLessThan(recoveryMs + startedMs);
        expect(hub.told.slice(told)).toEqual([]);
        await query.untilWhole(patienceMs);

        const fault = postgres.disk ? 'a disk without room' : 'a table without room';
        figures.note(fault, 'a list of offers meanwhile', errors.length === 0 ? 'answered' : 'refused');
        figures.note(
          '',
          'refused · accepted · lost',
          `${providers.refusals.length} · ${providers.accepted.length} · 0`,
        );
        figures.note('', 'accepts again with room after', inMs(recovered));
      },
      4 * patienceMs,
    );
  });
}
