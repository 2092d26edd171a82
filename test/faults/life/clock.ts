import { describe, expect, it } from '@jest/globals';
import { broker } from '../../actors.js';
import { isWhole } from '../hub/one-query.js';
import type { World } from './world.js';

/** A clock of the database that jumps. What becomes of holds then is asked in hold-and-placement.test.ts, of tokens in gateway/authenticate. */
export function clockJumps(world: () => World): void {
  /** What a broker has left of its requests in this minute. */
  async function left(): Promise<number> {
    const { hub } = world();
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await hub.token(broker)}` };
    const answer = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body: '{"query":"{ __typename }"}' });
    return Number(/"requests";r=(\d+)/.exec(answer.headers.get('ratelimit') ?? '')?.[1]);
  }

  const endsOfHold = (): Promise<{ is_over: boolean }[]> =>
    world().read(`select coalesce(expires_at, answer_due_at) <= hub_now() as is_over from capacity.hold order by id`);

  describe('the clock of the database', () => {
    it.each(['3 hours', '-6 hours', '3 hours'])(
      'that jumps by %s breaks no token, refills no budget and leaves the one query whole',
      async (jump) => {
        const { postgres, query, figures } = world();
        const before = await left();
        await postgres.moveClock(jump);
        const after = await left();
        const { answer } = await query.ask();
        expect(isWhole(answer)).toBe(true);
        expect(after).toBeLessThan(before);
        figures.note(`the clock jumps by ${jump}`, 'the one query', 'whole');
        expect(await endsOfHold()).not.toHaveLength(0);
      },
    );
  });
}
