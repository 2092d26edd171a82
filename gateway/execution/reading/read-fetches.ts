import { Kind, valueFromASTUntyped, type DocumentNode, type FragmentDefinitionNode, type GraphQLSchema } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { conditionsIn } from '../conditions.js';
import { NotCompiled } from '../not-compiled.js';
import { RecentlyUsed } from '../recently-used.js';
import type { Row } from '../rows.js';
import { compileReader, type Reader, type Reading } from './reader.js';

/** One fetch of a plan, as a subgraph was asked. */
export interface AskedFetch {
  readonly document: DocumentNode;
  readonly variables: Readonly<Row>;
  /** The entities asked for, where the fetch goes in through `_entities`. */
  readonly representations: readonly Readonly<Row>[] | null;
}

/** Reads what a subgraph gave for a fetch; null where the reading of it cannot be compiled. */
export type ReadFetch = (fetch: AskedFetch, data: Row) => Reading | null;

/** A document of a fetch, with its readers by the values of its conditions. */
interface KnownDocument {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly conditions: readonly string[];
  readonly readers: RecentlyUsed<Reader>;
}

const keptReaders = 64;

/** Compiles the reading of each document once: what is compiled lives as long as the document does. */
export function readFetchesOf(schema: GraphQLSchema): ReadFetch {
  const documents = new WeakMap<DocumentNode, KnownDocument>();
  return ({ document, variables, representations }, data) => {
    try {
      const known = documents.get(document) ?? toKnown(document);
      documents.set(document, known);
      return readerFor(known, schema, variables).read(data, representations);
    } catch (error) {
      if (error instanceof NotCompiled) return null;
      throw error;
    }
  };
}

function toKnown({ definitions }: DocumentNode): KnownDocument {
  const operation = definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new NotCompiled('plan');
  const all = definitions.filter((one) => one.kind === Kind.FRAGMENT_DEFINITION);
  const fragments = Object.fromEntries(all.map((one) => [one.name.value, one]));
  return {
    operation,
    fragments,
    conditions: conditionsIn({ operation, fragments }),
    readers: new RecentlyUsed(keptReaders),
  };
}

function readerFor(
  { operation, fragments, conditions, readers }: KnownDocument,
  schema: GraphQLSchema,
  variables: Readonly<Row>,
): Reader {
  const values = conditions.map((name) => variables[name] ?? defaultOf(name, operation));
  const key = values.join();
  const known = readers.get(key);
  if (known) return known;
  const terms = {
    schema,
    fragments,
    conditions: new Map(conditions.map((name, index) => [name, values[index] === true])),
    isChecked: true,
  };
  const reader = compileReader(terms, operation);
  readers.set(key, reader);
  return reader;
}

function defaultOf(name: string, { variableDefinitions = [] }: OperationDefinitionNode): unknown {
  const found = variableDefinitions.find(({ variable }) => variable.name.value === name)?.defaultValue;
  return found && valueFromASTUntyped(found);
}
