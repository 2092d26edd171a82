import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { HubError } from '../errors/errors.js';

const largestPage = 100;

/** Where a page stands in its list, after the Relay specification for connections. */
@ObjectType({ description: 'Where this page stands in its list (Relay connections).' })
@Directive('@shareable')
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows after `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'Whether this page was asked for with `after`, so that something precedes it.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first item of this page.' })
  startCursor!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Cursor of the last item: pass it as `after` for the next page.',
  })
  endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many items at the most, 1 to 100.' })
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'The `endCursor` of the page before; without it the list begins.',
  })
  after!: string | null | undefined;
}

export interface Edge<T> {
  cursor: string;
  node: T;
}

export interface Connection<T> {
  edges: Edge<T>[];
  pageInfo: PageInfo;
}

/** What a store needs to read one page: it reads `limit` rows, one more than shown, from behind `after`. */
export interface PageRequest {
  readonly first: number;
  readonly limit: number;
  readonly after: readonly string[] | null;
}

/** Checks the arguments of a page. Throws PAGE_TOO_LARGE or CURSOR_INVALID. */
export function pageRequest(args: { first: number; after: string | null | undefined }, keys: number): PageRequest {
  const first = pageSize(args.first);
  return { first, limit: first + 1, after: args.after == null ? null : readCursor(args.after, keys) };
}

export function pageSize(first: number): number {
  if (first < 1 || first > largestPage) throw new HubError('PAGE_TOO_LARGE', { limit: largestPage });
  return first;
}

/** Opaque text of the sort values of one row. */
export function writeCursor(values: readonly string[]): string {
  return Buffer.from(JSON.stringify(values)).toString('base64url');
}

/** Text that PostgreSQL can take: it refuses NUL. */
function isSortValue(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('\0');
}

/** The sort values in a cursor of ours. Throws CURSOR_INVALID for any other text. */
export function readCursor(cursor: string, keys: number): readonly string[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (Array.isArray(values) && values.length === keys && values.every(isSortValue)) return values;
  } catch {
    // falls through: any text that is not a cursor of ours is refused alike
  }
  throw new HubError('CURSOR_INVALID');
}

/** A connection of the rows read with `limit`: the row too many only says that more follows. */
export function toConnection<R, T>(
  rows: readonly R[],
  page: PageRequest,
  sortValues: (row: R) => readonly string[],
  toNode: (row: R) => T,
): Connection<T> {
  const edges = rows.slice(0, page.first).map((row) => ({ cursor: writeCursor(sortValues(row)), node: toNode(row) }));
  return {
    edges,
    pageInfo: {
      hasNextPage: rows.length > page.first,
      hasPreviousPage: page.after !== null,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

/** The edge and connection classes of a node type, to be extended under their own names. */
export function connectionTypes<T extends object>(name: string, node: () => ClassType<T>) {
  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.` })
  class NodeEdge implements Edge<T> {
    @Field(() => String, { description: 'Pass as `after` to read on from here.' })
    cursor!: string;

    @Field(node, { description: `The ${name} itself.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of a list of ${name}.` })
  class NodeConnection implements Connection<T> {
    @Field(() => [NodeEdge], { description: 'The items of this page, in order.' })
    edges!: NodeEdge[];

    @Field(() => PageInfo, { description: 'Where this page stands in its list.' })
    pageInfo!: PageInfo;
  }

  return { NodeEdge, NodeConnection };
}
