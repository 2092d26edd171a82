import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../platform/identity/caller.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import { toCasesConfig } from '../../../subgraphs/cases/config.js';
import { openCases } from '../../../subgraphs/cases/server.js';
import { askSubgraph } from '../ask-subgraph.js';
import { openCasesDatabase, type CasesDatabase } from '../databases/cases-database.js';
import { callerAs } from '../callers.js';
import { idOf } from '../rows/case.js';

/** Who works on cases: the organisation that brings them, another, and brokers of two regions. */
export const workers = {
  owner: callerAs('case-owner', idOf(901)),
  'another owner': callerAs('case-owner', idOf(902)),
  broker: callerAs('care-broker'),
  'broker of another region': { ...callerAs('care-broker'), region: 'region-2' },
} as const satisfies Record<string, Caller>;

/** A case as a step answers it. */
export interface AnsweredCase {
  readonly id: string;
  readonly version: number;
  readonly number: string;
  readonly status: string;
}

export interface CaseAnswer {
  readonly case: AnsweredCase | null;
  readonly isReplay: boolean | undefined;
  readonly codes: readonly unknown[];
  readonly messages: readonly string[];
}

export type CaseOperation =
  'changeCase' | 'linkSiblings' | 'unlinkSiblings' | 'describeNeed' | 'handOverCase' | 'closeCase' | 'reopenCase';

/** Cases by itself, at which cases are worked on. */
export interface CaseDesk {
  readonly database: CasesDatabase;
  /** Opens a case of a child in Lelystad. */
  open(caller: Caller, input?: object): Promise<CaseAnswer>;
  /** Takes a step of a case, of the version in which it was answered last. */
  step(caller: Caller, operation: CaseOperation, of: AnsweredCase | null, input?: object): Promise<CaseAnswer>;
  /** What a caller reads of a case; null where it sees none. */
  read(caller: Caller, id: string | undefined, fields: string): Promise<unknown>;
  /** Reads the same of every case that a caller sees. */
  list(caller: Caller, fields: string): Promise<unknown>;
  /** The identifiers of the consultations that a caller sees. */
  consultations(caller: Caller): Promise<string[]>;
  /** What a caller gets from the database itself, as the login role of cases. */
  asCaller(caller: Caller, sql: string, values?: unknown[]): Promise<unknown>;
  close(): Promise<void>;
}

const child = { birthYear: 2014, municipalityCode: '0995' };

/** `statements` leaves row level security out: what is held to then is held to by guards and statements alone. */
export async function openCaseDesk(layers: 'all' | 'statements' = 'all'): Promise<CaseDesk> {
  const database = await openCasesDatabase();
  const cases = await openCases(layers === 'all' ? database.db : database.owner, toCasesConfig({}));
  const send = async (caller: Caller, operation: string, input: object): Promise<CaseAnswer> => {
    const type = operation.endsWith('Siblings')
      ? 'SiblingsInput'
      : `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { step: ${operation}(input: $input) { isReplay case { id version number status } } }`;
    const { data, errors } = await askSubgraph(cases, caller, document, {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    const step = data?.['step'] as { case: AnsweredCase | null; isReplay: boolean } | null | undefined;
    return {
      ...{ case: step?.case ?? null, isReplay: step?.isReplay },
      ...{ codes: errors.map(({ code }) => code), messages: errors.map(({ message }) => message) },
    };
  };
  return {
    database,
    open: (caller, input = {}) => send(caller, 'openCase', { ...child, ...input }),
    step: (caller, operation, of, input = {}) =>
      send(caller, operation, { caseId: of?.id ?? '', version: of?.version ?? 0, ...input }),
    read: async (caller, id, fields) =>
      (await askSubgraph(cases, caller, `query ($id: ID!) { case(id: $id) { ${fields} } }`, { id })).data?.['case'],
    list: async (caller, fields) =>
      (await askSubgraph(cases, caller, `{ cases(first: 50) { edges { node { ${fields} } } } }`)).data,
    async consultations(caller) {
      const { data } = await askSubgraph(cases, caller, '{ consultations(first: 50) { edges { node { id } } } }');
      const { edges } = data?.['consultations'] as { edges: { node: { id: string } }[] };
      return edges.map(({ node }) => node.id);
    },
    asCaller: (caller, sql, values) => withCaller(database.db, caller, (tx) => tx.query(sql, values)),
    close: () => database.close(),
  };
}
