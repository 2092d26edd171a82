import type { Role } from '../../platform/identity/caller.js';
import type { Scope } from '../../platform/identity/scopes.js';
import type { Policy, Rights } from '../../platform/policy/policy.js';
import type { SubgraphName } from '../subgraphs.js';
import type { SubgraphRights } from './subgraph-rights.js';

export type RightsKind = keyof Policy;

/** One line of the table: what, who, and on which rows. */
export interface RightsRow {
  readonly subgraph: SubgraphName;
  readonly kind: RightsKind;
  /** Name of an operation or a type, or `Type.field`. */
  readonly name: string;
  readonly isWrite: boolean;
  readonly roles: readonly Role[];
  /** Which rows of it. */
  readonly rows: string;
  /** What the token of a system must be for: one of these; null where no system comes, or where nothing more is asked than of its type. */
  readonly scopes: readonly Scope[] | null;
}

/** The lines of one subgraph: operations, types, and the fields that fewer may read. */
export function rightsTable({ name: subgraph, schema, policy }: SubgraphRights): RightsRow[] {
  const mutations = schema.getMutationType()?.getFields() ?? {};
  const rowsOf = (kind: RightsKind, groups: readonly Rights[] = []): RightsRow[] =>
    groups.flatMap(({ names, roles, rows, scopes = null }) =>
      names.map((name) => ({
        ...{ subgraph, kind, name, roles, rows, scopes },
        isWrite: kind === 'operations' && Object.hasOwn(mutations, name),
      })),
    );
  return [
    ...rowsOf('operations', policy.operations),
    ...rowsOf('types', policy.types),
    ...rowsOf('fields', policy.fields),
  ];
}
