import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';

/** An operation that the hub knows by its hash and promises to answer as it is written. */
export interface RegisteredOperation {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** What it is for: the comment at the head of its file. */
  readonly description: string;
  /** How a request names it: `sha256:` and the hash of its file, in lower-case hexadecimal. */
  readonly documentId: string;
  readonly document: string;
}

export type RegisteredOperations = ReadonlyMap<string, RegisteredOperation>;

const committed = new URL('../operations/', import.meta.url);

/** The identifier of a document after the appendix on persisted documents of GraphQL over HTTP. */
export function documentIdOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/** Reads every operation of a folder, by its document id. Throws when a file is not one operation with a name. */
export function readOperations(folder: URL = committed): RegisteredOperations {
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'));
  const operations = files.sort().map((name) => toOperation(name, readFileSync(new URL(name, folder), 'utf8')));
  return new Map(operations.map((operation) => [operation.documentId, operation]));
}

function toOperation(file: string, document: string): RegisteredOperation {
  const found = parse(document).definitions.filter(
    (definition): definition is OperationDefinitionNode => definition.kind === Kind.OPERATION_DEFINITION,
  );
  const [operation] = found;
  if (found.length !== 1 || !operation?.name) throw new Error(`${file} must hold one operation with a name`);
  return {
    name: operation.name.value,
    kind: operation.operation,
    description: leadingComment(document),
    documentId: documentIdOf(document),
    document,
  };
}

function leadingComment(document: string): string {
  const lines = document.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .map((line) => line.replace(/^#\s*/, ''))
    .join(' ');
}
