import { hasRole, roles, type Caller, type Role } from '../identity/caller.js';
import { HubError } from '../errors/errors.js';

/** One step from state to state, and who may make it; a step that nobody may make is the hub's own, made by the clock. */
export interface LifecycleStep<S extends string> {
  readonly from: readonly S[];
  readonly to: S;
  readonly by: readonly Role[];
}

export interface Lifecycle<S extends string, N extends string> {
  readonly states: readonly S[];
  readonly initial: S;
  readonly steps: Readonly<Record<N, LifecycleStep<S>>>;
}

/** A lifecycle as it was written down, checked once when its module is loaded. Throws when the table contradicts itself. */
export function defineLifecycle<S extends string, N extends string>(lifecycle: Lifecycle<S, N>): Lifecycle<S, N> {
  const faults = lifecycleFaults(lifecycle);
  if (faults.length > 0) throw new Error(`The lifecycle that begins with ${lifecycle.initial}: ${faults.join('; ')}`);
  return lifecycle;
}

/** What is wrong with a lifecycle: states that nothing leads to, steps that stand still or begin and end nowhere. */
export function lifecycleFaults({ states, initial, steps }: Lifecycle<string, string>): string[] {
  const all: LifecycleStep<string>[] = Object.values(steps);
  const named = Object.entries<LifecycleStep<string>>(steps);
  const reached = reachable(initial, all);
  return [
    ...states.filter((state) => !reached.has(state)).map((state) => `nothing leads to ${state}`),
    ...named.flatMap(([name, { from, to }]) =>
      [...from, to].filter((state) => !states.includes(state)).map((state) => `${name} knows no state ${state}`),
    ),
    ...named.filter(([, { from }]) => from.length === 0).map(([name]) => `${name} begins nowhere`),
    ...named.filter(([, { from, to }]) => from.includes(to)).map(([name]) => `${name} stands still`),
    ...named.flatMap(([name, { by }]) =>
      by.filter((role) => !roles.includes(role)).map((role) => `${name} knows no role ${role}`),
    ),
  ];
}

function reachable(initial: string, steps: readonly LifecycleStep<string>[]): ReadonlySet<string> {
  const reached = new Set([initial]);
  const next = () => steps.find(({ from, to }) => !reached.has(to) && from.some((state) => reached.has(state)));
  for (let step = next(); step; step = next()) reached.add(step.to);
  return reached;
}

/** Throws FORBIDDEN when none of the caller's roles may make the step. */
export function assertMayStep(caller: Caller, { by }: LifecycleStep<string>): void {
  if (!hasRole(caller, ...by)) throw new HubError('FORBIDDEN');
}
