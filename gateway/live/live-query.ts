import { createHash } from 'node:crypto';
import type { FormattedExecutionResult } from 'graphql';
import { HubError } from '../../platform/errors/errors.js';
import { markOf } from '../../platform/outbox/change-topic.js';
import { liveLimits } from './live-limits.js';

export interface LiveQueryOptions {
  /** Asks the query as its caller is then, before others where it `isNear`. Throws a HubError where nothing was asked. */
  readonly ask: (isNear: boolean) => Promise<FormattedExecutionResult>;
  /** Ends when the client has taken what it was sent. */
  readonly untilTaken: () => Promise<void>;
  readonly noNews: ReadonlySet<string>;
  readonly onAnswer: (answer: FormattedExecutionResult) => void;
  /** The caller may no more, or is no more: nothing is asked again. */
  readonly onRefused: (error: HubError) => void;
}

/** One query of a stream: asked again whenever it was woken, one run at a time, and told when the answer is another. */
export interface LiveQuery {
  /** Something changed that may change the answer: the one with this mark, where that is told. */
  wake(mark: string | null): void;
  end(): void;
}

/** What nobody did wrong: it is tried again. */
const passing: ReadonlySet<unknown> = new Set([
  'RATE_LIMITED',
  'OVERLOADED',
  'IDENTITY_UNAVAILABLE',
  'DATABASE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
]);

/** What came of one run: whether the caller is refused, and after how many milliseconds it is asked again by itself. */
interface Ran {
  readonly isRefused?: boolean;
  readonly againMs: number | null;
}

export function openLiveQuery(options: LiveQueryOptions): LiveQuery {
  let isDue = false;
  let isNear = true;
  let isRunning = false;
  let isOver = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  const answers = answersOf(options.noNews);
  const run = runnerOf(options, answers, () => isOver);

  async function go(): Promise<void> {
    isRunning = true;
    isDue = false;
    const wasNear = isNear;
    isNear = false;
    const { isRefused = false, againMs } = await run(wasNear);
    failures = againMs === null ? 0 : failures + 1;
    isOver ||= isRefused;
    isRunning = false;
    if (isOver) return;
    const pauseMs = againMs === null ? liveLimits.restMs : longer(againMs, failures);
    timer = setTimeout(() => rested(againMs !== null), pauseMs).unref();
  }

  function rested(isAgain: boolean): void {
    timer = undefined;
    if (isDue || isAgain) void go();
  }

  return {
    wake(mark) {
      isDue = true;
      isNear ||= mark !== null && answers.isOf(mark);
      if (!isRunning && !isOver && timer === undefined) void go();
    },
    end() {
      isOver = true;
      clearTimeout(timer);
    },
  };
}

/** Runs once and tells what is new. Never rejects. */
function runnerOf(
  { ask, untilTaken, onAnswer, onRefused }: LiveQueryOptions,
  answers: Answers,
  isOver: () => boolean,
): (isNear: boolean) => Promise<Ran> {
  const tell = (answer: FormattedExecutionResult): void => {
    if (answers.isNews(answer) && !isOver()) onAnswer(answer);
  };
  return async (isNear) => {
    try {
      await untilTaken();
      const answer = await ask(isNear);
      const lack = lackOf(answer);
      // who is over a budget keeps what was told before, until there is room
      if (lack?.code !== 'RATE_LIMITED' || answers.isFirst()) tell(answer);
      return { againMs: lack?.againMs ?? null };
    } catch (error) {
      const known = error instanceof HubError ? error : new HubError('INTERNAL');
      if (passing.has(known.code)) return { againMs: againMsOf(known.parameters) };
      if (!isOver()) onRefused(known);
      return { isRefused: true, againMs: null };
    }
  };
}

/** What was away when it was asked, and so may be there again without anybody telling. */
function lackOf({
  errors = [],
}: FormattedExecutionResult): { readonly code: unknown; readonly againMs: number } | null {
  const lacks = errors.map(({ extensions = {} }) => extensions);
  const found = lacks.find(({ code, subgraph }) => passing.has(code) || subgraph !== undefined);
  return found ? { code: found['code'], againMs: againMsOf(found) } : null;
}

function againMsOf({ retryAfterSeconds }: Readonly<Record<string, unknown>>): number {
  return typeof retryAfterSeconds === 'number' ? retryAfterSeconds * 1_000 : liveLimits.againMs[0];
}

function longer(ms: number, failures: number): number {
  return Math.max(ms, Math.min(liveLimits.againMs[0] * 2 ** (failures - 1), liveLimits.againMs[1]));
}

/** What was answered before, without keeping it: two hashes and the marks of what stands in it. */
interface Answers {
  isFirst(): boolean;
  /** Whether an answer says something else than the one before; from then on it is the one before. */
  isNews(answer: FormattedExecutionResult): boolean;
  /** Whether the thing with this mark stood in the last answer. */
  isOf(mark: string): boolean;
}

const identifier = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** Of a mark so much is kept: two that are taken for one cost a turn. */
const keptLetters = 12;

function answersOf(noNews: ReadonlySet<string>): Answers {
  let said = '';
  let marks: ReadonlySet<string> = new Set();
  return {
    isFirst: () => said === '',
    isNews(answer) {
      const found = new Set<string>();
      const text = JSON.stringify(answer, (name, value: unknown) => {
        if (typeof value === 'string' && identifier.test(value)) found.add(markOf(value).slice(0, keptLetters));
        return noNews.has(name) ? undefined : value;
      });
      const before = said;
      said = createHash('sha256').update(text).digest('base64');
      marks = found;
      return said !== before;
    },
    isOf: (mark) => marks.has(mark.slice(0, keptLetters)),
  };
}
