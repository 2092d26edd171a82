import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ConfigurationError } from '../../platform/process/environment.js';

/** What a backup says of itself. */
export interface Manifest {
  readonly format: 1;
  /** The moment as of which it holds everything. */
  readonly madeAt: string;
  /** The migrations that each schema had been through. */
  readonly migrations: Readonly<Record<string, readonly string[]>>;
  readonly sequences: Readonly<Record<string, number | null>>;
  readonly tables: readonly ManifestTable[];
}

export interface ManifestTable {
  readonly schema: string;
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: number;
  /** SHA-256 of its file, hexadecimal. */
  readonly sha256: string;
}

export const manifestFile = 'backup.json';

/** The file of a table: its rows as COPY of PostgreSQL writes them, which every later version reads, gzipped. */
export function fileOf({ schema, name }: Pick<ManifestTable, 'schema' | 'name'>): string {
  return `${schema}.${name}.copy.gz`;
}

/** Throws a ConfigurationError for a folder that holds no whole backup. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestFile), 'utf8').catch(() => null);
  const manifest = text === null ? null : (JSON.parse(text) as Manifest);
  // a number of another format is of a later hub
  if ((manifest?.format as number | undefined) === 1) return manifest as Manifest;
  throw new ConfigurationError(
    `${folder} holds no backup that this hub can read: ${manifestFile} is missing or other.`,
  );
}
