import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import Table from 'cli-table3';
import type { Goal } from './goals.js';

type Cell = string | number;

/** Lines between rows are left out. */
const noLines = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** What a bench found, as rows of a table. */
export interface Found {
  /** By which it is asked for: `gateway` is kept in `bench-results/gateway.json`. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What was aimed for, and whether it was reached. */
  readonly goals?: readonly Goal[];
}

/** What is kept of it. */
export interface Kept extends Omit<Found, 'name'> {
  readonly at: string;
  readonly goals: readonly Goal[];
}

export const resultsFolder = 'bench-results';

/** Prints the table, and keeps it as JSON with the machine it was found on. */
export async function report({ name, head, rows, goals = [] }: Found): Promise<void> {
  printTable(head, rows);
  await mkdir(resultsFolder, { recursive: true });
  const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? '' };
  const kept: Kept & { machine: object } = { at: new Date().toISOString(), machine, head, rows, goals };
  await writeFile(`${resultsFolder}/${name}.json`, `${JSON.stringify(kept, null, 2)}\n`);
}

export function printTable(head: readonly string[], rows: readonly (readonly Cell[])[]): void {
  const table = new Table({ head: [...head], style: { head: [], border: [] }, chars: noLines });
  table.push(...rows.map((row) => row.map(String)));
  console.log(table.toString());
}

/** A number with so many digits behind the point. */
export function digits(value: number, count: number): number {
  return Number(value.toFixed(count));
}
