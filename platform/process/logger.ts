import { pino, type DestinationStream, type Logger } from 'pino';

/** The only fields that a log line may carry: codes, counts, durations and identifiers of requests. Never content. */
const allowed = new Set([
  'requestId',
  'subgraph',
  'operation',
  'code',
  'status',
  'durationMs',
  'errorName',
  'errorCode',
  'where',
  'bytes',
  'method',
  'route',
  'state',
  'count',
  'port',
]);

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

export type { Logger };

function keepAllowed(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([name]) => allowed.has(name)));
}

/** JSON lines on standard error; a field outside the allow-list is dropped, whatever passes it. */
export function createLogger(name: string, level = 'info', destination?: DestinationStream): Logger {
  const options = { name, level, base: {}, formatters: { log: keepAllowed } };
  return pino(options, destination ?? pino.destination(2));
}

/** What may be said of an unexpected error: its class, its driver's code and where it was thrown; its message may hold data. */
export function describeError(error: unknown): LogFields {
  if (!(error instanceof Error)) return { errorName: typeof error };
  const code = (error as { code?: unknown }).code;
  const where = error.stack?.split('\n').find((line) => /^\s+at /.test(line));
  return {
    errorName: error.name,
    errorCode: typeof code === 'string' ? code : undefined,
    where: where?.trim(),
  };
}
