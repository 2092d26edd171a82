import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { Agent, request } from 'undici';
import { soon } from '../../builders/soon.js';
import { broker } from '../../actors.js';
import { amountOf } from '../profile.js';
import type { World } from './world.js';

const restarts = amountOf('FAULT_RESTARTS', 3);
const clients = 8;
const between = 40;
/** How long a client waits that found the door shut. */
const pauseMs = 20;
const startWithinMs = 60_000;

/** A gateway that is told to stop under load. */
export function terminations(world: () => World): void {
  describe('a gateway that is told to stop while many ask', () => {
    it(
      'answers everything that it let in',
      async () => {
        const { hub, figures } = world();
        const authorization = `Bearer ${await hub.token(broker)}`;
        const agent = new Agent({ connections: clients });
        const outcomes = new Map<string, number>();
        let answered = 0;
        let isOver = false;
        const count = (outcome: string): void => void outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
        const asking = Array.from({ length: clients }, async () => {
          while (!isOver) {
            const outcome = await ask(hub.url, authorization, agent);
            if (outcome === '200') answered += 1;
            if (outcome === 'ECONNREFUSED') await wait(pauseMs);
            count(outcome);
          }
        });
        for (let restart = 0; restart < restarts; restart += 1) {
          const due = answered + between;
          await soon(() => answered >= due || undefined, startWithinMs);
          const { gateway } = hub.processes();
          const pid = gateway.pid();
          process.kill(pid ?? 0, 'SIGTERM');
          await soon(() => (gateway.pid() !== pid && gateway.isThere()) || undefined, startWithinMs);
        }
        isOver = true;
        await Promise.all(asking);
        await agent.close();

        const { 200: whole = 0, 503: sentAway = 0, ECONNREFUSED: closed = 0, ...failed } = Object.fromEntries(outcomes);
        expect(failed).toEqual({});
        figures.note(`${restarts} × SIGTERM of the gateway`, 'answered · told to come again', `${whole} · ${sentAway}`);
        figures.note('', 'door shut · let in and failed', `${closed} · 0`);
      },
      120_000 + restarts * 20_000,
    );
  });
}

/** How a question ended: its status, an answer that was not whole, or what broke it off. */
async function ask(url: string, authorization: string, dispatcher: Agent): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization };
  const body = '{"query":"{ offers(first: 1) { edges { node { id organisation { name } } } } }"}';
  try {
    const answer = await request(`${url}/graphql`, { method: 'POST', dispatcher, headers, body });
    const text = await answer.body.text();
    const isWhole = answer.statusCode !== 200 || !text.includes('"errors"');
    return isWhole ? String(answer.statusCode) : 'not whole';
  } catch (error) {
    return String((error as { code?: unknown }).code);
  }
}
