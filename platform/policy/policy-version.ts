import { createHash } from 'node:crypto';
import type { Policy, Rights } from './policy.js';

/** Tells one state of the rights of a subgraph from every other, whatever the order in which they are written down. */
export function policyVersion(subgraph: string, { operations, types, fields = [] }: Policy): string {
  const rights = [operations, types, fields].map((entries) => entries.flatMap(oneByOne).sort());
  return `${subgraph}/${createHash('sha256').update(JSON.stringify(rights)).digest('hex').slice(0, 16)}`;
}

function oneByOne({ names, roles, rows, scopes = [] }: Rights): string[] {
  return names.map((name) => JSON.stringify([name, [...roles].sort(), rows, [...scopes].sort()]));
}
