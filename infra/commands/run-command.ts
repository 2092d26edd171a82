import { ConfigurationError } from '../../platform/process/environment.js';

/** The words behind a command do not make sense: the usage says which would. */
export class WrongWords extends Error {
  override readonly name = 'WrongWords';
}

/**
 * Runs one command of the terminal with the words that stand behind its name. Wrong words give the usage, a wrong setting gives
 * one line; both give exit code 1.
 */
export async function runCommand(usage: string, command: (args: string[]) => Promise<void>): Promise<void> {
  try {
    await command(process.argv.slice(2));
  } catch (error) {
    process.exitCode = 1;
    console.error(explain(error, usage));
  }
}

function explain(error: unknown, usage: string): unknown {
  if (error instanceof ConfigurationError) return error.message;
  const isWrongWord = error instanceof WrongWords || isParseError(error);
  return isWrongWord ? `${error.message}\n\n${usage}` : error;
}

function isParseError(error: unknown): error is Error {
  return error instanceof Error && String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS');
}
