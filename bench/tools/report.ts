import { mkdir, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import Table from 'cli-table3';

type Cell = string | number;

/** Lines between rows are left out. */
const noLines = { mid: '', 'left-mid': '', 'mid-mid': '', 'right-mid': '' };

/** What a bench found, as rows of a table. */
export interface Found {
  /** By which it is asked for: `gateway` is kept in `bench-results/gateway.json`. */
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/** Prints the table, and keeps it as JSON with the machine it was found on. */
export async function report({ name, head, rows }: Found): Promise<void> {
  const table = new Table({ head: [...head], style: { head: [], border: [] }, chars: noLines });
  table.push(...rows.map((row) => row.map(String)));
  console.log(table.toString());
  const folder = 'bench-results';
  await mkdir(folder, { recursive: true });
  const machine = { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? '' };
  const kept = { at: new Date().toISOString(), machine, head, rows };
  await writeFile(`${folder}/${name}.json`, `${JSON.stringify(kept, null, 2)}\n`);
}

/** A number with so many digits behind the point. */
export function digits(value: number, count: number): number {
  return Number(value.toFixed(count));
}
