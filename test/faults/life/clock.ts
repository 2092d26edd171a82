import { describe, expect, it } from '@jest/globals';
import { sqlState } from '../../../platform/database/transaction.js';
import { broker } from '../../actors.js';
import { isWhole } from '../hub/one-query.js';
import type { World } from './world.js';

/** A unit that nobody else holds. */
const unit = 900;
/** SQLSTATE with which the database refuses what is held already. */
const isHeld = '23P01';

/** A clock of the database that jumps. What becomes of holds then is asked in hold-and-placement.test.ts, of tokens in gateway/authenticate. */
export function clockJumps(world: () => World): void {
  /** What a broker has left of its requests in this minute. */
  async function left(): Promise<number> {
    const { hub } = world();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await hub.token(broker)}` };
    const answer = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    return Number(/"requests";r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1]);
  }

  /** Holds one unit of one offer for a day from now; the code with which the database refuses, or null. */
  async function hold(): Promise<unknown> {
    const sql = `with one as (insert into capacity.hold (offer_id, quantity, created_at, answer_due_at)
        select id, 1, hub_now(), hub_now() + interval '1 day' from capacity.offer order by key limit 1
        returning id, offer_id, created_at, answer_due_at)
      insert into capacity.hold_unit select id, offer_id, ${unit}, tstzrange(created_at, answer_due_at) from one`;
    return world()
      .read(sql)
      .then(() => null)
      .catch((error: unknown) => sqlState(error));
  }

  describe('the clock of the database', () => {
    it('finds a place free that nobody holds yet', async () => {
      expect(await hold()).toBeNull();
    });

    it.each([
      ['3 hours', 'held', isHeld],
      ['-6 hours', 'held', isHeld],
      ['40 hours', 'free', null],
    ])('that jumps by %s finds the place %s, breaks no token and refills no budget', async (jump, state, code) => {
      const { postgres, query, figures } = world();
      const before = await left();
      await postgres.moveClock(jump);
      expect(await left()).toBeLessThan(before);
      expect(await hold()).toBe(code);
      expect(isWhole((await query.ask()).answer)).toBe(true);
      figures.note(`the clock jumps by ${jump}`, 'the one query · a place that was held', `whole · ${state}`);
    });
  });
}
