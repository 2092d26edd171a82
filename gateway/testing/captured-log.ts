import { createLogger, type Logger } from '../../platform/process/logger.js';

/** A logger of the hub whose lines a test can read. */
export function capturedLog(): { logger: Logger; text(): string } {
  const lines: string[] = [];
  const logger = createLogger('gateway', 'debug', { write: (line) => lines.push(line) });
  return { logger, text: () => lines.join('') };
}
