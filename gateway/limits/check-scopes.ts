import { readFileSync } from 'node:fs';
import { Kind, type OperationDefinitionNode } from 'graphql';
import type { Caller } from '../../platform/identity/caller.js';
import { isScope, type Scope } from '../../platform/identity/scopes.js';
import { assertScope } from '../../platform/policy/scope.js';

/** For each operation that systems may use the scope that it asks of them. */
export type NeededScopes = ReadonlyMap<string, Scope>;

/** Reads `scopes.csv`, which `npm run compose` makes from the tables of rights. Throws for a line that is none of it. */
export function committedScopes(): NeededScopes {
  const [, ...lines] = readFileSync(new URL('../scopes.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return new Map(
    lines.map((line) => {
      const [operation = '', scope = ''] = line.split(',');
      if (!isScope(scope)) throw new Error(`scopes.csv names an unknown scope for ${operation}`);
      return [operation, scope];
    }),
  );
}

/**
 * Refuses before planning what the token of a system is not for. Fragments are left to the subgraphs, which ask again before every
 * operation. Throws REQUEST_DOES_NOT_MATCH_SCOPES.
 */
export function checkScopes(caller: Caller, { selectionSet }: OperationDefinitionNode, needed: NeededScopes): void {
  for (const selection of selectionSet.selections) {
    const scope = selection.kind === Kind.FIELD ? needed.get(selection.name.value) : undefined;
    if (scope) assertScope(caller, scope);
  }
}
