import type { EntityStart } from './expectation.js';
import type { Move } from './graph.js';
import type { Way } from './ways.js';

/** What an answer shows of the last field of a way. */
export interface Observation {
  /** `passed` when the field was answered, be it with nothing; `unreached` when no object on the way to it was there. */
  readonly outcome: 'refused' | 'passed' | 'unreached';
  /** Under how many names the refusal stands; 0 when there is none. */
  readonly refusedBelow: number;
  readonly hasData: boolean;
  /** Codes of other errors. */
  readonly codes: readonly string[];
}

export interface GivenAnswer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly path?: readonly (string | number)[];
    readonly extensions?: Record<string, unknown>;
  }[];
}

/** What says that a role, or the token of a system, is refused. */
const refused: ReadonlySet<string> = new Set(['FORBIDDEN', 'REQUEST_DOES_NOT_MATCH_SCOPES']);

/** Reads the answer to a way whose fields stand under these names. */
export function observe({ data, errors = [] }: GivenAnswer, keys: readonly string[]): Observation {
  const codeOf = (error: (typeof errors)[number]): string => String(error.extensions?.['code']);
  const refusals = errors.filter((error) => refused.has(codeOf(error))).map(({ path = [] }) => names(path));
  const onTheWay = refusals.filter((path) => path.every((name, index) => name === keys[index]));
  const parents = valuesAt(data, keys.slice(0, -1)).filter(
    (parent) => isRecord(parent) && (keys.at(-1) ?? '') in parent,
  );
  const isRefused = onTheWay.length > 0;
  return {
    outcome: isRefused ? 'refused' : parents.length > 0 ? 'passed' : 'unreached',
    refusedBelow: isRefused ? Math.max(...onTheWay.map(({ length }) => length)) : 0,
    hasData: valuesAt(data, keys).some((value) => value !== null),
    codes: errors.map(codeOf).filter((code) => !refused.has(code)),
  };
}

/** Under how many names of the answer a refusal of this move stands; -1 is the entity with which a way begins. */
export function levelOf({ entity, moves }: Way, index: number): number {
  const before = moves.slice(0, Math.max(index, 0)).reduce((sum, move) => sum + keysOf(move), entity ? 1 : 0);
  return index >= 0 && moves[index]?.kind === 'field' ? before + 1 : before;
}

function keysOf(move: Move | EntityStart): number {
  return move.kind === 'field' ? move.keys.length : 0;
}

/** The names of a path; none where a whole batch of keys is refused, for what else was asked in it should stand. */
function names(path: readonly (string | number)[]): string[] {
  const named = path.filter((key) => typeof key === 'string');
  return named.length === path.length && path[0] === '_entities' ? [] : named;
}

/** Every value that stands under these names, in lists too. */
function valuesAt(value: unknown, keys: readonly string[]): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, keys));
  const [key, ...rest] = keys;
  if (key === undefined) return [value];
  return isRecord(value) && key in value ? valuesAt(value[key], rest) : [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
