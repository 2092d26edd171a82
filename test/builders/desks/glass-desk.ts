import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../platform/identity/caller.js';
import { toCasesConfig } from '../../../subgraphs/cases/config.js';
import { openCases } from '../../../subgraphs/cases/server.js';
import { askSubgraph } from '../ask-subgraph.js';
import { callerAs } from '../callers.js';
import { caseRow, idOf, needRow, placeRow } from '../rows/case.js';
import { openCasesDatabase } from '../databases/cases-database.js';

const own = idOf(901);

/** Somebody who has shown a second factor just now. */
export function proven(caller: Caller): Caller {
  return { ...caller, secondFactorAt: new Date() };
}

/** Who takes part: a broker of the region, a colleague, the organisation that brought the cases, and the privacy officer. */
export const glassPeople = {
  broker: { ...callerAs('care-broker'), subject: 'broker-1' },
  colleague: { ...callerAs('care-broker'), subject: 'broker-2' },
  owner: callerAs('case-owner', own),
  officer: callerAs('privacy-officer'),
};

export interface ReadBreakGlass {
  readonly id: string;
  readonly caseId: string;
  readonly isOpen: boolean;
  readonly [field: string]: unknown;
}

interface Step {
  readonly breakGlass: ReadBreakGlass | null;
  readonly isReplay: boolean;
}

const told = `id caseId userId purpose reason explanation openedAt endsAt isOpen reviewDueOn isReviewOverdue verdict reviewedAt`;
export const wordsOfBroker = 'Vader staat nu bij de school, er moet vandaag een plek zijn.';

/** Cases by itself: 1 to 6 restricted, 7 open to all, 8 restricted of another region; what opens them, and what they then show. */
export type GlassDesk = Awaited<ReturnType<typeof openGlassDesk>>;

export async function openGlassDesk() {
  const database = await openCasesDatabase();
  const cases = await openCases(database.db, toCasesConfig({}));
  const ask = async (caller: Caller, document: string, variables: Record<string, unknown> = {}) => {
    const { data, errors } = await askSubgraph(cases, caller, document, variables);
    return { data, codes: errors.map(({ code }) => code), messages: errors.map(({ message }) => message) };
  };
  const step = async (caller: Caller, name: string, type: string, input: object) => {
    const document = `mutation ($input: ${type}!) { step: ${name}(input: $input) { breakGlass { ${told} } isReplay } }`;
    const { data, ...rest } = await ask(caller, document, { input: { idempotencyKey: randomUUID(), ...input } });
    const found = (data?.['step'] ?? null) as Step | null;
    return { step: found, id: found?.breakGlass?.id ?? '', ...rest };
  };
  return {
    database,
    ask,

    async begin(): Promise<void> {
      await database.owner.query(
        'truncate cases.case_file, cases.audit_event, cases.audit_pending, cases.audit_seal cascade',
      );
      const numbers = [1, 2, 3, 4, 5, 6, 7, 8];
      const mine = { ownerOrganisationId: own, isRestricted: true };
      await database.write({
        cases: numbers.map((n) =>
          caseRow(n, { ...mine, isRestricted: n !== 7, region: n === 8 ? 'utrecht' : 'flevoland' }),
        ),
        needs: numbers.map((n) => needRow(n)),
        places: numbers.map((n) => placeRow(n, { postcode4: '3891', nearPostcode4: '3892', schoolPostcode4: '3893' })),
      });
    },

    open: (caller: Caller, n: number, input: object = {}) =>
      step(caller, 'breakGlass', 'BreakGlassInput', {
        caseId: idOf(n),
        reason: 'IMMEDIATE_DANGER',
        explanation: wordsOfBroker,
        ...input,
      }),
    end: (caller: Caller, breakGlassId: string) =>
      step(caller, 'endBreakGlass', 'EndBreakGlassInput', { breakGlassId }),
    review: (caller: Caller, breakGlassId: string, input: object = {}) =>
      step(caller, 'reviewBreakGlass', 'ReviewBreakGlassInput', { breakGlassId, verdict: 'JUSTIFIED', ...input }),

    /** The postcodes that somebody sees of a case. */
    async places(caller: Caller, n: number): Promise<unknown[]> {
      const document = `query ($id: ID!) { case(id: $id) { postcode4 need { nearPostcode4 schoolPostcode4 } } }`;
      const { data } = await ask(caller, document, { id: idOf(n) });
      const found = data?.['case'] as { postcode4: unknown; need: Record<string, unknown> } | null;
      return found ? [found.postcode4, found.need['nearPostcode4'], found.need['schoolPostcode4']] : [];
    },

    async list(caller: Caller, onlyUnreviewed = false): Promise<ReadBreakGlass[]> {
      const document = `query ($only: Boolean!) { breakGlasses(onlyUnreviewed: $only) { edges { node { ${told} } } } }`;
      const { data } = await ask(caller, document, { only: onlyUnreviewed });
      return (data?.['breakGlasses'] as { edges: { node: ReadBreakGlass }[] }).edges.map(({ node }) => node);
    },
  };
}
