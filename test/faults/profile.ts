import { randomInt } from 'node:crypto';
import Table from 'cli-table3';
import { createRandom } from '../../infra/demonstration/random.js';

/** From what chance begins; printed with the figures, so that a run can be repeated. */
const seed = process.env['FAULT_SEED'] ?? String(randomInt(2 ** 31));

export const random = createRandom(seed);

/** How much a test does: little in `npm test`, more in `npm run test:faults`, or what a variable says. */
export function amountOf(variable: string, usual: number): number {
  return Number(process.env[variable] ?? usual);
}

/** How long a hub may take to answer as before, once what ailed it is over. */
export const recoveryMs = 5_000;

/** What was measured, as rows of a table that stands at the end of the run. */
export interface Figures {
  note(fault: string, what: string, figure: string): void;
  print(): void;
}

export function figuresOf(subject: string): Figures {
  const table = new Table({ head: ['fault', 'what', 'measured'], style: { head: [], border: [] } });
  return {
    note: (fault, what, figure) => void table.push([fault, what, figure]),
    print: () => void process.stdout.write(`${subject} · FAULT_SEED=${seed}\n${table.toString()}\n`),
  };
}

export function inMs(ms: number): string {
  return `${Math.round(ms)} ms`;
}
