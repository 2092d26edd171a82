import { developmentToken } from '../../../infra/identity/development-identity.js';
import { soon } from '../../builders/soon.js';
import { choosePublishers, expectPublished } from '../published.js';
import { publishAll } from '../publisher.js';
import type { World } from './world.js';

export const providerCount = 4;
const restMs = 50;
const patienceMs = 60_000;

/** Some providers that publish all the time. */
export interface Providers {
  /** When each of their reports was accepted, oldest first. */
  readonly accepted: readonly number[];
  /** With which codes they were told to come again. */
  readonly refusals: readonly string[];
  /** Waits until so many more are accepted; fails with the publishers, when they do. */
  readonly untilMore: (more: number) => Promise<void>;
  /** Lets them stop; fails when a report that was accepted is not stored, or one is stored twice. */
  finish(): Promise<void>;
}

/** Starts them: the first ones, or others after so many. */
export async function startProviders({ hub, read }: World, after = 0): Promise<Providers> {
  const publishers = await choosePublishers(read, providerCount, after);
  const accepted: number[] = [];
  const refusals: string[] = [];
  const token = (organisation: string): Promise<string> =>
    developmentToken(hub.dataFolder, { sub: 'faults', roles: ['provider-system'], organisation }, 24 * 60);
  const publisherHub = {
    ...{ url: hub.url, token, restMs },
    onAcknowledged: (at: number) => void accepted.push(at),
    onRefused: (code: string) => void refusals.push(code),
  };
  let wanted = Infinity;
  const publishing = Promise.all(publishers.map((publisher) => publishAll(publisher, publisherHub, () => wanted)));
  return {
    accepted,
    refusals,
    async untilMore(more) {
      const due = accepted.length + more;
      const arrived = soon(() => accepted.length >= due || undefined, patienceMs);
      await Promise.race([arrived, publishing.then(() => arrived)]);
    },
    async finish() {
      wanted = 0;
      await publishing;
      await expectPublished(read, publishers);
    },
  };
}
