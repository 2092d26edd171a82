import { readFile } from 'node:fs/promises';
import { platform } from 'node:process';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import writeExcelFile from 'write-excel-file/node';
import { committedDocument } from '../../../gateway/registered/registered-operations.js';
import { withClient } from '../../../infra/database/client.js';
import { organisationByKey } from '../../../infra/demonstration/organisations.js';
import type { Actor } from '../../actors.js';
import { importFile } from '../../builders/rows/import-file.js';
import { startTestHub, type TestHub } from '../../hub.js';

const offerCount = 500;
const rowCount = 20_000;
const system: Actor = { role: 'provider-system', organisation: 'windvaan' };

/** Offers of one organisation with the keys `many-1` and on, like one that it has. */
const makeOffers = `
  insert into capacity.offer
  select made.*
  from (select o from capacity.offer o where organisation_id = $1 limit 1) one
  cross join generate_series(1, $2::integer) n
  cross join lateral jsonb_populate_record(one.o, jsonb_build_object('id', gen_random_uuid(), 'key', 'many-' || n, 'unit', 'PLACE')) made`;

/** The most memory that a process ever had, in megabytes, as Linux counts it. */
async function peakMegabytes(pid: number | undefined): Promise<number> {
  const status = await readFile(`/proc/${pid ?? 0}/status`, 'utf8');
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1_024;
}

describe('a file of twenty thousand rows', () => {
  let hub: TestHub;

  beforeAll(async () => {
    // a heap without room to spare: it cannot grow out of convenience
    const environment = { NODE_OPTIONS: '--max-old-space-size=128 --max-semi-space-size=2' };
    hub = await startTestHub({ form: 'processes', environment });
    const { id } = organisationByKey('windvaan');
    await withClient(hub.database.url('owner'), (client) => client.query(makeOffers, [id, offerCount]));
  });
  afterAll(() => hub.close());

  /** Each offer comes by forty times; every hundredth row names an offer that is not there. */
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const key = index % 100 === 99 ? 'nowhere' : `many-${(index % offerCount) + 1}`;
    return {
      key,
      available: Math.floor(index / offerCount) % 7,
      maximum: 8,
      note: `regel ${index} ${'x'.repeat(450)}`,
    };
  });
  const rejected = rowCount / 100;

  it('is taken in with little memory, and tells on the way how far it is', async () => {
    const capacity = hub.processes().capacity;
    const lines = rows.map(({ key, available, maximum, note }) => `${key};${available};${maximum};${note}`);
    // the first rows warm the process up: what is measured is what the others cost
    await importFile(hub, system, ['aanbod;vrij;maximum;opmerking', ...lines.slice(0, 2_000)].join('\n'));
    const before = platform === 'linux' ? await peakMegabytes(capacity.pid()) : 0;

    const answer = await importFile(hub, system, ['aanbod;vrij;maximum;opmerking', ...lines].join('\n'));
    expect(answer.summary).toMatchObject({ rows: rowCount, rejected, outdated: 0, isComplete: true });
    expect(Number(answer.summary?.['accepted'])).toBeGreaterThan(rowCount * 0.9);
    expect(answer.rows).toHaveLength(rejected);
    expect(answer.lines.filter(({ kind }) => kind === 'progress')).toHaveLength(rowCount / 500);
    const after = platform === 'linux' ? await peakMegabytes(capacity.pid()) : 0;
    expect(after - before).toBeLessThan(30);
  });

  it('may be a spreadsheet, rehearsed and all or nothing', async () => {
    const few = rows.slice(0, 2_000).filter(({ key }) => key !== 'nowhere');
    const cells = few.map(({ key, available, maximum, note }) => [
      { value: key },
      { value: available, type: Number },
      { value: maximum, type: Number },
      { value: note },
    ]);
    const names = ['aanbod', 'vrij', 'maximum', 'opmerking'].map((value) => ({ value }));
    const file = await writeExcelFile([names, ...cells]).toBuffer();
    const rehearsal = await importFile(hub, system, file, { query: '?isAtomic=true&isRehearsal=true' });
    expect(rehearsal.summary).toMatchObject({ rows: few.length, rejected: 0, isComplete: true, isRehearsal: true });
    const inEarnest = await importFile(hub, system, file, { query: '?isAtomic=true' });
    expect(inEarnest.summary).toMatchObject({ rows: few.length, rejected: 0, isComplete: true, isAtomic: true });
  });

  it('is more than fits in one publication, but five hundred reports with remarks do', async () => {
    const reports = Array.from({ length: offerCount }, (_, index) => ({
      offerKey: `many-${index + 1}`,
      sequence: 1,
      status: 'HAS_CAPACITY',
      available: 2,
      maximum: 6,
      unit: 'PLACE',
      nextAvailableOn: null,
      waitlistCount: 0,
      waitEstimateDays: 0,
      note: 'x'.repeat(490),
    }));
    const input = { idempotencyKey: 'five-hundred', asOf: new Date().toISOString(), reports };
    const { status, data, errors } = await hub.query<{ publishCapacity: { results: { outcome: string }[] } }>(
      committedDocument('publish-capacity'),
      { input },
      system,
    );
    expect({ status, errors }).toEqual({ status: 200, errors: [] });
    expect(data.publishCapacity.results.filter(({ outcome }) => outcome === 'ACCEPTED')).toHaveLength(offerCount);
  });
});
