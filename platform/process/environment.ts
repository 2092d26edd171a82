/** What a process reads from its environment, before any of it is believed. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A setting that a person must mend: its message is the one line that the process prints before it stops. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

export function required(environment: Environment, name: string): string {
  const value = environment[name];
  if (value === undefined || value === '') throw new ConfigurationError(`Set ${name}: it is required.`);
  return value;
}

/** A whole number between two bounds, or the default when the variable is not set. */
export function integer(
  environment: Environment,
  name: string,
  bounds: { default: number; min: number; max: number },
): number {
  const text = environment[name];
  if (text === undefined || text === '') return bounds.default;
  const value = Number(text);
  if (!Number.isInteger(value) || value < bounds.min || value > bounds.max) {
    throw new ConfigurationError(`${name} must be a whole number from ${bounds.min} to ${bounds.max}.`);
  }
  return value;
}

export function oneOf<const T extends string>(
  environment: Environment,
  name: string,
  values: readonly T[],
  otherwise: T,
): T {
  const text = environment[name];
  if (text === undefined || text === '') return otherwise;
  const value = values.find((candidate) => candidate === text);
  if (value === undefined) throw new ConfigurationError(`${name} must be one of ${values.join(', ')}.`);
  return value;
}

/** An address that the hub or a client reaches over HTTP. */
export function httpUrl(variable: string, text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return url;
  throw new ConfigurationError(`${variable} must be an address such as http://127.0.0.1:4001.`);
}
