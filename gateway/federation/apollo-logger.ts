import { describeError, type Logger } from '../../platform/process/logger.js';

type Say = (message?: unknown) => void;

/** What Apollo's packages log with. Their sentences quote queries and errors: only that they spoke is kept. */
export function apolloLogger(logger: Logger): Record<'debug' | 'info' | 'warn' | 'error', Say> {
  const silent: Say = () => undefined;
  return {
    debug: silent,
    info: silent,
    warn: (message) => logger.warn(describeError(message), 'Apollo warns'),
    error: (message) => logger.error(describeError(message), 'Apollo reports an error'),
  };
}
