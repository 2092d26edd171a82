import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { callerAs } from '../../../../test/builders/callers.js';
import {
  key,
  noon,
  offer,
  openCapacityDesk,
  own,
  system,
  type CapacityDesk,
} from '../../../../test/builders/desks/capacity-desk.js';

/** A report as a plain model keeps it. */
interface ModelReport {
  readonly source: string;
  readonly sequence: number;
  readonly asOf: number;
  readonly available: number;
  /** Place in the order of coming in. */
  readonly place: number;
  isWithdrawn: boolean;
}

type Step =
  | { readonly kind: 'publish'; readonly source: string; readonly reports: readonly StepReport[] }
  | { readonly kind: 'withdraw'; readonly source: string; readonly offer: number; readonly sequence: number };

interface StepReport {
  readonly offer: number;
  readonly sequence: number;
  readonly minute: number;
  readonly available: number;
}

const senders = { system, planner: callerAs('provider-planner', own) } as const;
const source = fc.constantFrom('system', 'planner');
const sequence = fc.integer({ min: 1, max: 7 });
const offerNumber = fc.integer({ min: 1, max: 2 });
const report = fc.record({
  offer: offerNumber,
  sequence,
  minute: fc.integer({ min: -2, max: 2 }),
  available: fc.integer({ min: 1, max: 2 }),
});
const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        kind: fc.constant('publish' as const),
        source,
        reports: fc.uniqueArray(report, { minLength: 1, maxLength: 2, selector: (one) => one.offer }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('withdraw' as const), source, offer: offerNumber, sequence }),
    },
  ),
  { minLength: 5, maxLength: 15 },
);

/** What the hub should do, in plain words. */
class Model {
  private readonly reports = new Map<number, ModelReport[]>([
    [1, []],
    [2, []],
  ]);
  private place = 0;

  of(offerOf: number): ModelReport[] {
    return this.reports.get(offerOf) ?? [];
  }

  newest(offerOf: number): ModelReport | undefined {
    const standing = this.of(offerOf).filter(({ isWithdrawn }) => !isWithdrawn);
    return standing.sort((a, b) => b.asOf - a.asOf || b.sequence - a.sequence || b.place - a.place)[0];
  }

  publish(by: string, { offer: of, sequence: number, minute, available }: StepReport): string {
    const mine = this.of(of).filter((one) => one.source === by);
    const newest = this.newest(of);
    if (newest?.source === by && newest.sequence === number && newest.asOf === minute && newest.available === available)
      return 'UNCHANGED';
    if (mine.some((one) => one.sequence >= number)) return 'OUTDATED';
    if (newest && (minute < newest.asOf || (minute === newest.asOf && number < newest.sequence))) return 'OUTDATED';
    const isSame = newest?.available === available;
    this.of(of).push({
      source: by,
      sequence: number,
      asOf: minute,
      available,
      place: ++this.place,
      isWithdrawn: false,
    });
    return isSame ? 'UNCHANGED' : 'ACCEPTED';
  }

  withdraw(by: string, of: number, number: number): boolean {
    const meant = this.of(of)
      .filter((one) => one.sequence === number)
      .sort(
        (a, b) =>
          Number(b.source === by) - Number(a.source === by) ||
          Number(a.isWithdrawn) - Number(b.isWithdrawn) ||
          b.place - a.place,
      )[0];
    if (meant) meant.isWithdrawn = true;
    return meant !== undefined;
  }
}

let desk: CapacityDesk;

beforeAll(async () => {
  desk = await openCapacityDesk();
});
afterAll(() => desk.close());

const at = (seconds: number): string => new Date(Date.parse(noon) + seconds * 1_000).toISOString();

async function take(step: Step): Promise<unknown> {
  const caller = senders[step.source as keyof typeof senders];
  if (step.kind === 'withdraw') {
    const input = { offerKey: key(step.offer), sequence: step.sequence };
    return (await desk.change(caller, 'withdrawReport', input, 'isReplay')).answer !== null;
  }
  const outcomes: unknown[] = [];
  for (const { offer: of, sequence: number, minute, available } of step.reports) {
    const one = { offerKey: key(of), sequence: number, status: 'HAS_CAPACITY', available, maximum: 6, unit: 'PLACE' };
    const input = { asOf: at(minute * 60), reports: [one] };
    const { answer } = await desk.change(caller, 'publishCapacity', input, 'results { outcome }');
    outcomes.push(...(answer?.['results'] as { outcome: string }[]).map(({ outcome }) => outcome));
  }
  return outcomes;
}

async function newestOf(number: number): Promise<unknown> {
  const { data } = await desk.ask(
    system,
    'query ($id: ID!) { offer(id: $id) { latestReport { sequence available asOf } availability { available } } }',
    { id: key(number) },
  );
  return data?.['offer'];
}

describe('publications that repeat, overtake and are taken back', () => {
  it('leave what a plain model says', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (taken) => {
        const model = new Model();
        await desk.database.write([offer(1), offer(2)], noon);
        for (const [index, step] of taken.entries()) {
          await desk.database.setClock(at(index));
          const expected =
            step.kind === 'publish'
              ? step.reports.map((one) => model.publish(step.source, one))
              : model.withdraw(step.source, step.offer, step.sequence);
          expect(await take(step)).toEqual(expected);
          for (const number of [1, 2]) {
            const newest = model.newest(number);
            expect(await newestOf(number)).toEqual({
              latestReport: newest
                ? { sequence: newest.sequence, available: newest.available, asOf: at(newest.asOf * 60) }
                : null,
              availability: { available: newest?.available ?? null },
            });
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
