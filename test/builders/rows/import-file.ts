import type { TestHub } from '../../hub.js';
import type { Actor } from '../../actors.js';

export type ImportLine = Readonly<Record<string, unknown>> & { readonly kind?: string };

/** What the hub answered to a file: its status and the lines of the answer, or the one refusal. */
export interface ImportAnswer {
  readonly status: number;
  readonly lines: readonly ImportLine[];
  readonly rows: readonly ImportLine[];
  readonly summary: ImportLine | undefined;
  /** The code with which the whole file was refused, or broken off. */
  readonly code: unknown;
}

/** Sends a file as an actor does with curl. */
export async function importFile(
  hub: TestHub,
  actor: Actor,
  file: string | Uint8Array,
  {
    query = '',
    headers = {},
    route = '/import',
  }: { query?: string; headers?: Record<string, string>; route?: string } = {},
): Promise<ImportAnswer> {
  const authorization = `Bearer ${await hub.token(actor)}`;
  const body = typeof file === 'string' ? file : new Uint8Array(file);
  const response = await fetch(`${hub.url}${route}${query}`, {
    method: 'POST',
    headers: { authorization, 'content-type': 'application/octet-stream', ...headers },
    body,
  });
  const text = await response.text();
  const lines = text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ImportLine);
  const [refusal] = (lines[0]?.['errors'] ?? []) as { extensions: { code: string } }[];
  return {
    status: response.status,
    lines,
    rows: lines.filter(({ kind }) => kind === 'row'),
    summary: lines.find(({ kind }) => kind === 'summary'),
    code: refusal?.extensions.code ?? lines.find(({ kind }) => kind === 'error')?.['code'],
  };
}
