import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import type { Actor } from '../../actors.js';
import { importFile } from '../../builders/rows/import-file.js';
import { startTestHub, type TestHub } from '../../hub.js';

const system: Actor = { role: 'provider-system', organisation: 'windvaan' };
const planner: Actor = { role: 'provider-planner', organisation: 'windvaan' };

/** With it, sixty figures are enough to be bulk. */
const longNote = 'x'.repeat(400);

describe('a hub with a lane for bulk', () => {
  let hub: TestHub;
  let keys: string[];
  let units: string[];
  let sequence = 0;

  beforeAll(async () => {
    hub = await startTestHub({ hasBulkLane: true });
    const { data } = await hub.query<{ offers: { edges: { node: { key: string; unit: string } }[] } }>(
      '{ offers { edges { node { key unit } } } }',
      {},
      system,
    );
    keys = data.offers.edges.map(({ node }) => node.key);
    units = data.offers.edges.map(({ node }) => node.unit);
    await untilLaneIs(true);
  });
  afterAll(() => hub.close());

  async function untilLaneIs(there: boolean): Promise<void> {
    while ((hub.bulkLane().address() !== null) !== there) await wait(20);
  }

  /** Figures of every own offer, under a new key: what became of them, and how many statements the hub itself sent for it. */
  async function publish(): Promise<{ outcomes: string[]; statementsOfHub: number }> {
    sequence += 1;
    const reports = Array.from({ length: 60 }, (_, index) => ({
      offerKey: keys[index] ?? `onbekend-${index}`,
      sequence,
      status: 'NO_CAPACITY',
      available: 0,
      maximum: 400,
      unit: units[index] ?? 'PLACE',
      note: longNote,
    }));
    const input = { idempotencyKey: `lane/${sequence}`, asOf: new Date().toISOString(), isAtomic: false, reports };
    hub.resetCounts();
    const { data } = await hub.query<{ publishCapacity: { results: { outcome: string }[] } }>(
      committedDocument('publish-capacity'),
      { input },
      system,
    );
    const isPublishing = (sql: string): boolean => /insert into idempotency_key/.test(sql);
    return {
      outcomes: data.publishCapacity.results.map(({ outcome }) => outcome),
      statementsOfHub: hub.statements().capacity.filter(isPublishing).length,
    };
  }

  it('takes hundreds of figures there, and tells them at once to who asks', async () => {
    const { outcomes, statementsOfHub } = await publish();
    expect(outcomes).toHaveLength(60);
    expect(statementsOfHub).toBe(0);
    expect(outcomes.slice(0, keys.length)).not.toContain('REJECTED');
    const { data } = await hub.query<{ offers: { edges: { node: { availability: { status: string } } }[] } }>(
      '{ offers { edges { node { availability { status } } } } }',
      {},
      system,
    );
    const told = data.offers.edges.map(({ node }) => node.availability.status);
    expect(told).toEqual(keys.map(() => 'NO_CAPACITY'));
  });

  it('reads a file there, for its provider and nobody else', async () => {
    const file = `Aanbod;Vrij;Maximum\r\n${keys[0] ?? ''};1;8\r\n`;
    hub.resetCounts();
    expect((await importFile(hub, planner, file)).summary).toMatchObject({ rows: 1 });
    expect((await importFile(hub, { role: 'care-broker' }, file)).status).toBe(403);
    expect(hub.statements().capacity.filter((sql) => sql.includes('idempotency_key'))).toEqual([]);
  });

  it('does that work itself while the lane is away, and has it back soon', async () => {
    process.kill(hub.bulkLane().pid() ?? 0, 'SIGKILL');
    await untilLaneIs(false);
    expect((await publish()).statementsOfHub).toBe(1);
    await untilLaneIs(true);
    expect((await publish()).statementsOfHub).toBe(0);
  });
});
