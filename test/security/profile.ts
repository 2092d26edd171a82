import { randomInt } from 'node:crypto';

/** How much a test asks: little in `npm test`, the figure of docs/threats.md in `npm run test:security`, or what a variable says. */
export function amountOf(variable: string, usual: number): number {
  return Number(process.env[variable] ?? usual);
}

/** From what the generators begin; printed by whoever uses it, so that a run can be repeated. */
export const seed = Number(process.env['SECURITY_SEED'] ?? randomInt(2 ** 31));

/** Does the work for each, several at once. */
export async function forEach<T>(items: Iterable<T>, atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const waiting = items[Symbol.iterator]();
  const one = async (): Promise<void> => {
    for (let next = waiting.next(); !next.done; next = waiting.next()) await work(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}
