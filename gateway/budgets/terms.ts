import type { Role } from '../../platform/identity/caller.js';
import { ConfigurationError, type Environment } from '../../platform/process/environment.js';

/** What is counted of a caller: requests, objects that their operations may give, and identifiers that they name. */
export const allowances = ['requests', 'cost', 'objects'] as const;

export type Allowance = (typeof allowances)[number];

/** An amount of each. */
export type Amounts = Readonly<Record<Allowance, number>>;

/** Whose work goes before whose: a broker has a child without a place on the phone, a system can wait, a dashboard can wait longer. */
export type CallerClass = 'broker' | 'provider' | 'dashboard';

/** What is counted of an address, by people and systems that are not known yet. */
export interface DoorTerms {
  /** Tokens and sessions that did not hold. */
  readonly failures: number;
  /** Requests for a token, whoever asks. */
  readonly tokens: number;
  /** Steps of signing in. */
  readonly signIns: number;
  /** Tokens of one client: of whoever proved to be that client, wherever. */
  readonly clientTokens: number;
}

/** How much each may ask in a minute. */
export interface BudgetTerms extends Readonly<Record<CallerClass, Amounts>> {
  readonly doors: DoorTerms;
}

/** Where the figures come from: docs/decisions/0018-budgets.md. */
export const defaultTerms: BudgetTerms = {
  broker: { requests: 600, cost: 120_000, objects: 600 },
  provider: { requests: 6_000, cost: 200_000, objects: 300 },
  dashboard: { requests: 120, cost: 60_000, objects: 60 },
  doors: { failures: 300, tokens: 120, signIns: 600, clientTokens: 30 },
};

const classOfRole: Readonly<Record<Role, CallerClass>> = {
  'case-owner': 'broker',
  'care-broker': 'broker',
  'ret-member': 'broker',
  'privacy-officer': 'broker',
  'provider-planner': 'provider',
  'provider-system': 'provider',
  analyst: 'dashboard',
  operator: 'dashboard',
  developer: 'dashboard',
};

/** The class of a caller: of several roles the one whose work goes first. */
export function classOf(roles: readonly Role[]): CallerClass {
  const order: readonly CallerClass[] = ['broker', 'provider'];
  return order.find((one) => roles.some((role) => classOfRole[role] === one)) ?? 'dashboard';
}

/** Reads BUDGETS, JSON of the shape of `BudgetTerms`; what is left out keeps its default. */
export function toBudgetTerms(environment: Environment): BudgetTerms {
  const text = environment['BUDGETS'] ?? '';
  try {
    const terms = withDefaults(text === '' ? {} : JSON.parse(text));
    if (terms) return terms;
  } catch {
    // falls through: text that is not JSON is refused like terms that make no sense
  }
  throw new ConfigurationError('BUDGETS must be JSON such as {"broker":{"requests":600,"cost":120000,"objects":600}}.');
}

function withDefaults(given: unknown): BudgetTerms | null {
  if (!isRecord(given)) return null;
  const known = new Map<string, object>(Object.entries(defaultTerms));
  const isWhole = Object.entries(given).every(([name, part]) => isPart(part, known.get(name)));
  const parts = [...known].map(([name, usual]) => [name, { ...usual, ...(given[name] as object) }] as const);
  return isWhole ? (Object.fromEntries(parts) as unknown as BudgetTerms) : null;
}

/** PostgreSQL counts points as integers: with some room above the limit. */
const most = 1_000_000_000;

function isPart(part: unknown, usual: object | undefined): boolean {
  if (!isRecord(part) || usual === undefined) return false;
  return Object.entries(part).every(
    ([name, amount]) =>
      Object.hasOwn(usual, name) && Number.isInteger(amount) && Number(amount) >= 1 && Number(amount) <= most,
  );
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
