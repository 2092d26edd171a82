import { readFileSync } from 'node:fs';
import { Kind, TypeInfo, visit, visitWithTypeInfo } from 'graphql';
import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Caller } from '../../../platform/identity/caller.js';
import { isScope, type Scope } from '../../../platform/identity/scopes.js';
import { assertScope } from '../../../platform/policy/scope.js';

/** For each field that asks systems for something the scopes of which they need one; where a field has several such lists, one of each. */
export type NeededScopes = ReadonlyMap<string, readonly (readonly Scope[])[]>;

/** Reads `scopes.csv`, which `npm run compose` makes from the tables of rights. Throws for a line that is none of it. */
export function committedScopes(): NeededScopes {
  const [, ...lines] = readFileSync(new URL('../../scopes.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const needed = new Map<string, (readonly Scope[])[]>();
  for (const line of lines) {
    const [field = '', told = ''] = line.split(',');
    const scopes = told.split(' ').filter(isScope);
    if (scopes.length === 0 || scopes.length !== told.split(' ').length)
      throw new Error(`scopes.csv names an unknown scope for ${field}`);
    needed.set(field, [...(needed.get(field) ?? []), scopes]);
  }
  return needed;
}

/** A document as it is asked. */
export interface AskedDocument {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** A registered operation is refused as a whole for whatever in it the token is not for: who asked for it to be registered wants all of it. */
  readonly isRegistered: boolean;
}

/**
 * Refuses before planning what the token of a system is not for: of a registered operation all that it asks, of any other the operations
 * themselves, for the subgraphs ask again before every field. Throws REQUEST_DOES_NOT_MATCH_SCOPES.
 */
export function checkScopes(caller: Caller, asked: AskedDocument, needed: NeededScopes): void {
  if (caller.scopes === null) return;
  const fields = asked.isRegistered ? everyField(asked) : operationFields(asked);
  for (const scopes of fields.flatMap((field) => needed.get(field) ?? [])) assertScope(caller, scopes);
}

function everyField({ schema, document }: AskedDocument): string[] {
  const types = new TypeInfo(schema);
  const fields: string[] = [];
  const enter = ({ name }: { readonly name: { readonly value: string } }): void =>
    void fields.push(`${types.getParentType()?.name ?? ''}.${name.value}`);
  visit(document, visitWithTypeInfo(types, { Field: { enter } }));
  return fields;
}

function operationFields({ schema, operation }: AskedDocument): string[] {
  const root = schema.getRootType(operation.operation)?.name ?? '';
  return operation.selectionSet.selections.flatMap((selection) =>
    selection.kind === Kind.FIELD ? [`${root}.${selection.name.value}`] : [],
  );
}
