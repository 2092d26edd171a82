import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../platform/identity/caller.js';
import { toCasesConfig } from '../../../subgraphs/cases/config.js';
import { openCases } from '../../../subgraphs/cases/server.js';
import { askSubgraph } from '../ask-subgraph.js';
import { callerAs } from '../callers.js';
import { caseRow, consultationRow, idOf, needRow, placeRow } from '../rows/case.js';
import { openCasesDatabase, type CasesDatabase } from '../databases/cases-database.js';

const [own, anna] = [idOf(901), idOf(71)];

/** Who works on the cases, and who sits at their tables: Anna is professional 71. */
export const atWork = {
  broker: callerAs('care-broker'),
  otherBroker: { ...callerAs('care-broker'), region: 'utrecht' },
  owner: { ...callerAs('case-owner', own), region: 'flevoland' },
  otherOwner: { ...callerAs('case-owner', idOf(902)), region: 'flevoland' },
  anna: { ...callerAs('ret-member'), professionalId: anna },
  bert: { ...callerAs('ret-member'), professionalId: idOf(72) },
} satisfies Record<string, Caller>;

/** What a step answers. */
export interface Stepped {
  readonly id: string;
  readonly version: number;
  readonly codes: readonly unknown[];
  readonly [field: string]: unknown;
}

/** Cases by itself, with what a broker does on a case beside talking. */
export interface TableDesk {
  readonly database: CasesDatabase;
  ask(
    caller: Caller,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<{ data: Record<string, unknown> | null; codes: unknown[] }>;
  /** Takes a step whose answer holds one object under `about`, with these of its fields. */
  step(caller: Caller, operation: string, about: string, fields: string, input: object): Promise<Stepped>;
  close(): Promise<void>;
}

/** Case 1 is the owner's, 2 stands under supervision, 3 is of another region, 4 closed. Consultation 1 is under way, 2 came in from an institution. */
export async function openTableDesk(): Promise<TableDesk> {
  const database = await openCasesDatabase();
  const cases = await openCases(database.db, toCasesConfig({}));
  const [mine, firstContactAt] = [{ ownerOrganisationId: own }, new Date('2026-01-02T08:00:00Z')];
  await database.write({
    cases: [
      caseRow(1, mine),
      caseRow(2, { ...mine, measures: ['SUPERVISION'], legalFrameworks: ['SUPERVISION'] }),
      caseRow(3, { region: 'utrecht', ownerOrganisationId: idOf(902) }),
      caseRow(4, { ...mine, status: 'CLOSED', closedAt: new Date('2026-02-01T08:00:00Z') }),
      caseRow(5, { ...mine, isRestricted: true }),
    ],
    needs: [needRow(1), needRow(2)],
    places: [placeRow(1)],
    consultations: [
      consultationRow(1, { status: 'CONTACTED', firstContactAt, referrerOrganisationId: own }),
      consultationRow(2, { status: 'CONTACTED', firstContactAt, referrerKind: 'CERTIFIED_INSTITUTION' }),
      consultationRow(3),
    ],
  });
  const ask: TableDesk['ask'] = async (caller, document, variables = {}) => {
    const { data, errors } = await askSubgraph(cases, caller, document, variables);
    return { data, codes: errors.map(({ code }) => code) };
  };
  return {
    database,
    ask,
    async step(caller, operation, about, fields, input) {
      const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`;
      const document = `mutation ($input: ${type}!) { step: ${operation}(input: $input) { ${about} { id version ${fields} } isReplay } }`;
      const { data, codes } = await ask(caller, document, { input: { idempotencyKey: randomUUID(), ...input } });
      const step = data?.['step'] as Record<string, object> | null | undefined;
      return { id: '', version: 0, ...step?.[about], isReplay: step?.['isReplay'], codes };
    },
    close: () => database.close(),
  };
}
