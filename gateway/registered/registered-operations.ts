import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import { hasRole, isRole, type Caller, type Role } from '../../platform/identity/caller.js';

/** An operation that the hub knows by its hash and promises to answer as it is written. */
export interface RegisteredOperation {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  /** What it is for: the comment at the head of its file. */
  readonly description: string;
  /** How a request names it: `sha256:` and the hash of its file, in lower-case hexadecimal. */
  readonly documentId: string;
  readonly document: string;
  /** Whose operation it is: the roles that the folder of its file names. */
  readonly roles: readonly Role[];
}

/** What is told of an operation to those who may run it. */
export type ListedOperation = Omit<RegisteredOperation, 'roles'>;

export type RegisteredOperations = ReadonlyMap<string, RegisteredOperation>;

const committed = new URL('../operations/', import.meta.url);

/** The identifier of a document after the appendix on persisted documents of GraphQL over HTTP. */
export function documentIdOf(text: string): string {
  return `sha256:${createHash('sha256').update(text).digest('hex')}`;
}

/**
 * Reads every operation, by its document id. Each lies in a folder that names the roles whose operation it is, such as
 * `care-broker+analyst`. Throws for a folder that names something else, and for a file that is not one operation with a name.
 */
export function readOperations(folder: URL = committed): RegisteredOperations {
  const operations = foldersOf(folder).flatMap((name) => {
    const inside = new URL(`${name}/`, folder);
    const files = readdirSync(inside).filter((file) => file.endsWith('.graphql'));
    return files
      .sort()
      .map((file) => toOperation(file, rolesOfFolder(name), readFileSync(new URL(file, inside), 'utf8')));
  });
  return new Map(operations.map((operation) => [operation.documentId, operation]));
}

/** The text of a committed operation by the name of its file, such as `find-options`. Throws when there is none. */
export function committedDocument(name: string): string {
  const file = `${name}.graphql`;
  const folder = foldersOf(committed).find((roles) => existsSync(new URL(`${roles}/${file}`, committed)));
  if (folder === undefined) throw new Error(`no operation lies in ${file}`);
  return readFileSync(new URL(`${folder}/${file}`, committed), 'utf8');
}

/** Whether an operation is the caller's. */
export function isOperationOf({ roles }: RegisteredOperation, caller: Caller): boolean {
  return hasRole(caller, ...roles);
}

function foldersOf(folder: URL): string[] {
  return readdirSync(folder).sort();
}

function rolesOfFolder(folder: string): Role[] {
  const named = folder.split('+');
  const known = named.filter(isRole);
  if (known.length !== named.length) throw new Error(`the folder ${folder} must name roles, joined by +`);
  return known;
}

function toOperation(file: string, roles: readonly Role[], document: string): RegisteredOperation {
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
    roles,
  };
}

/** An operation as it is told to those who may run it. */
export function listed({ name, kind, description, documentId, document }: RegisteredOperation): ListedOperation {
  return { name, kind, description, documentId, document };
}

/** What a line at the head says to streams of live answers, and to nobody who reads what the operation is for. */
const forStreams = /^# (Live|No news):/;

function leadingComment(document: string): string {
  const lines = document.split('\n');
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end)
    .filter((line) => !forStreams.test(line))
    .map((line) => line.replace(/^#\s*/, ''))
    .join(' ');
}
