import type { FetchNode } from '@apollo/query-planner';
import type { Row } from '../rows.js';
import type { GatewayRequest } from './run.js';

/** What is sent to a subgraph, ready but for its variables. */
export interface RequestTexts {
  readonly named: { readonly operationName?: string };
  /** The whole request as JSON. `representations` are JSON already, each made once. */
  body(variables: Row, representations?: readonly string[]): string;
}

/** The text of a fetch never changes: it is made JSON once. */
export function requestTexts({ operation, operationName }: FetchNode): RequestTexts {
  const start = `{"query":${JSON.stringify(operation)},"variables":`;
  const end = operationName === undefined ? '}' : `,"operationName":${JSON.stringify(operationName)}}`;
  return {
    named: operationName === undefined ? {} : { operationName },
    body: (variables, representations) => start + withRepresentations(JSON.stringify(variables), representations) + end,
  };
}

function withRepresentations(variables: string, representations: readonly string[] | undefined): string {
  if (!representations) return variables;
  const others = variables.slice(1, -1);
  return `{${others}${others === '' ? '' : ','}"representations":[${representations.join(',')}]}`;
}

/** The variables that a fetch uses, as the client gave them. Throws for one that would take the place of the representations. */
export function variablesOf({ variableUsages, requires }: FetchNode, { request }: GatewayRequest): Row {
  const given: Readonly<Row> = request.variables ?? {};
  // without a prototype: a variable may be named __proto__
  const variables = Object.create(null) as Row;
  for (const name of variableUsages ?? []) {
    if (Object.hasOwn(given, name) && given[name] !== undefined) variables[name] = given[name];
  }
  if (requires && 'representations' in variables) throw new Error('Variables cannot contain key "representations"');
  return variables;
}
