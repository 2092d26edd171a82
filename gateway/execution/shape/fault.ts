import { GraphQLError } from 'graphql';

/** Stands for a null where there must be a value, on its way to the nearest parent that may be null. */
export const bubble = Symbol('null where there must be a value');

/** A place of the answer that does not hold what it should. Its path grows from its end, while it is left. */
export interface Fault {
  readonly message: string;
  readonly reversed: (string | number)[];
}

/** Turns what was fetched for a place into what the answer holds there: a value, null, or `bubble`. */
export type Complete = (value: unknown, faults: Fault[]) => unknown;

export function note(faults: Fault[], message: string): void {
  faults.push({ message, reversed: [] });
}

/** Adds a step to the path of every fault that was found beneath it, that is since there were `known`. */
export function addStep(faults: readonly Fault[], known: number, step: string | number): void {
  for (let index = known; index < faults.length; index += 1) faults[index]?.reversed.push(step);
}

export function toError({ message, reversed }: Fault): GraphQLError {
  return new GraphQLError(message, { path: reversed.toReversed(), extensions: { code: 'INVALID_GRAPHQL' } });
}
