import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../platform/identity/caller.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import { toCasesConfig } from '../../../subgraphs/cases/config.js';
import { openCases } from '../../../subgraphs/cases/server.js';
import { askSubgraph } from '../ask-subgraph.js';
import { openCasesDatabase, type CasesDatabase } from '../databases/cases-database.js';

/** A consultation as a step answers it. */
export interface AnsweredConsultation {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly result: string;
  readonly reportingYear: number;
  readonly firstContactAt: string | null;
  readonly interventions: readonly string[];
  readonly contacts: readonly { kind: string; minutes: number | null }[];
  readonly outcomes: readonly { kind: string; measuredOn: string; isStable: boolean | null }[];
}

export interface StepAnswer {
  readonly consultation: AnsweredConsultation | null;
  readonly isReplay: boolean | undefined;
  readonly errors: readonly { code: unknown; message: string }[];
}

/** Cases by itself, at which consultations are worked on. */
export interface ConsultationDesk {
  readonly database: CasesDatabase;
  register(caller: Caller, input?: object): Promise<StepAnswer>;
  /** Takes a step of a consultation, of the version in which it was answered last. */
  step(
    caller: Caller,
    operation: ConsultationOperation,
    of: AnsweredConsultation | null,
    input?: object,
  ): Promise<StepAnswer>;
  /** What a caller gets from the database itself, as the login role of cases. */
  asCaller(caller: Caller, sql: string): Promise<unknown[]>;
  close(): Promise<void>;
}

export type ConsultationOperation =
  'recordContact' | 'recordIntervention' | 'recordOutcome' | 'closeConsultation' | 'abandonConsultation';

const shown = `consultation { id status version result reportingYear firstContactAt interventions
  contacts { kind minutes } outcomes { kind measuredOn isStable } } isReplay`;

/** A phone call of a parent about a child in Lelystad. */
const phoneCall = {
  channel: 'PHONE',
  referrer: { kind: 'PARENT', municipalityCode: '0995' },
  municipalityCode: '0995',
  isIdentified: false,
};

export async function openConsultationDesk(): Promise<ConsultationDesk> {
  const database = await openCasesDatabase();
  const cases = await openCases(database.db, toCasesConfig({}));
  const send = async (caller: Caller, operation: string, input: object): Promise<StepAnswer> => {
    const type = `${operation[0]?.toUpperCase()}${operation.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { step: ${operation}(input: $input) { ${shown} } }`;
    const { data, errors } = await askSubgraph(cases, caller, document, {
      input: { idempotencyKey: randomUUID(), ...input },
    });
    const step = data?.['step'] as { consultation: AnsweredConsultation | null; isReplay: boolean } | null | undefined;
    return { consultation: step?.consultation ?? null, isReplay: step?.isReplay, errors };
  };
  return {
    database,
    register: (caller, input = {}) => send(caller, 'registerConsultation', { ...phoneCall, ...input }),
    step: (caller, operation, of, input = {}) =>
      send(caller, operation, { consultationId: of?.id ?? '', version: of?.version ?? 0, ...input }),
    asCaller: (caller, sql) =>
      withCaller(database.db, caller, async (tx) => {
        const found: unknown = await tx.query(sql);
        // an update gives its rows beside their number
        const [rows, count] = Array.isArray(found) ? (found as unknown[]) : [];
        return typeof count === 'number' ? (rows as unknown[]) : (found as unknown[]);
      }),
    close: () => database.close(),
  };
}
