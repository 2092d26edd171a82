import { randomUUID } from 'node:crypto';
import type { Caller } from '../../../platform/identity/caller.js';
import { toCasesConfig } from '../../../subgraphs/cases/config.js';
import { openCases } from '../../../subgraphs/cases/server.js';
import { askSubgraph } from '../ask-subgraph.js';
import { caseRow, idOf, needRow, placeRow } from '../rows/case.js';
import { callerAs } from '../callers.js';
import { openCasesDatabase, type CasesDatabase } from '../databases/cases-database.js';
import { consentRow } from '../rows/referral.js';

const own = idOf(901);

/** Who takes part: the organisation that brought the cases, a broker of their region, and two providers. */
export const people = {
  owner: callerAs('case-owner', own),
  broker: callerAs('care-broker'),
  provider: callerAs('provider-planner', idOf(801)),
  otherProvider: callerAs('provider-system', idOf(802)),
};

interface Step {
  readonly referral: { id: string; pseudonym: string; state: string; expiresAt: string } | null;
  readonly isReplay: boolean;
}

/** Cases by itself, with five cases to put before providers. */
export interface ReferralDesk {
  readonly database: CasesDatabase;
  /** This calendar year, by the clock of the database. */
  readonly year: number;
  /** Begins anew with the five cases. */
  begin(): Promise<void>;
  ask(
    caller: Caller,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<{ data: Record<string, unknown> | null; codes: unknown[]; messages: string[] }>;
  refer(
    caller: Caller,
    n: number,
    input?: object,
  ): Promise<{ step: Step | null; id: string; codes: unknown[]; messages: string[] }>;
  withdraw(caller: Caller, referralId: string): Promise<{ state: string | undefined; codes: unknown[] }>;
  withdrawConsent(caller: Caller, n: number, by?: string): Promise<{ data: unknown; codes: unknown[] }>;
  look(caller: Caller, id: string): Promise<{ found: { pseudonym: string } | null; codes: unknown[] }>;
  events(): Promise<{ kind: string }[]>;
}

export async function openReferralDesk(): Promise<ReferralDesk> {
  const database = await openCasesDatabase();
  const cases = await openCases(database.db, toCasesConfig({}));
  const [row] = await database.owner.query<{ year: number }[]>('select this_year() as year');
  const ask: ReferralDesk['ask'] = async (caller, document, variables = {}) => {
    const { data, errors } = await askSubgraph(cases, caller, document, variables);
    return {
      data,
      codes: errors.map(({ code }) => code),
      messages: errors.map(({ message }) => message),
    };
  };
  const year = row?.year ?? NaN;
  return {
    ...{ database, year, ask },
    begin: () => begin(database, year),
    async refer(caller, n, input = {}) {
      const given = { idempotencyKey: randomUUID(), caseId: idOf(n), organisationId: idOf(801), ...input };
      const { data, ...rest } = await ask(caller, referring, { input: given });
      const step = (data?.['step'] ?? null) as Step | null;
      return { step, id: step?.referral?.id ?? '', ...rest };
    },
    async withdraw(caller, referralId) {
      const input = { idempotencyKey: randomUUID(), referralId };
      const { data, codes } = await ask(caller, withdrawing, { input });
      return { state: (data?.['step'] as Step | null)?.referral?.state, codes };
    },
    async withdrawConsent(caller, n, by = 'YOUTH') {
      const input = { idempotencyKey: randomUUID(), caseId: idOf(n), by, purpose: 'SHARING_WITH_PROVIDER' };
      return ask(caller, withdrawingConsent, { input });
    },
    async look(caller, id) {
      const { data, codes } = await ask(caller, looking, { id });
      return { found: (data?.['referral'] ?? null) as { pseudonym: string } | null, codes };
    },
    events: () => database.owner.query(`select kind from outbox where kind like 'referral.%' order by id`),
  };
}

const referring = `mutation ($input: ReferCaseInput!) {
  step: referCase(input: $input) { referral { id pseudonym state expiresAt } isReplay } }`;
const withdrawing = `mutation ($input: WithdrawReferralInput!) { step: withdrawReferral(input: $input) { referral { state } isReplay } }`;
const withdrawingConsent = `mutation ($input: WithdrawConsentInput!) {
  withdrawConsent(input: $input) { endedReferralCount consents { isValid } } }`;
const looking = `query ($id: ID!) { referral(id: $id) { pseudonym state need { rungs } } }`;

/** Case 1 of a youth of 17 or 18, who decides alone; 2 of a child under supervision; 3 restricted; 4 of another region; 5 closed. */
async function begin(database: CasesDatabase, year: number): Promise<void> {
  await database.owner.query(
    'truncate cases.case_file, cases.outbox, cases.audit_event, cases.audit_pending, cases.audit_seal cascade',
  );
  await tellOffers(database);
  const mine = { ownerOrganisationId: own, birthYear: year - 18 };
  await database.write({
    cases: [
      caseRow(1, mine),
      caseRow(2, { ...mine, birthYear: year - 13, legalFrameworks: ['SUPERVISION'], measures: ['SUPERVISION'] }),
      caseRow(3, { ...mine, isRestricted: true }),
      caseRow(4, { ...mine, region: 'utrecht', ownerOrganisationId: idOf(902) }),
      caseRow(5, { ...mine, status: 'CLOSED', closedAt: new Date('2026-02-01T08:00:00Z') }),
    ],
    needs: [needRow(1, { placeFeatures: ['OWN_ROOM', 'SECRET_LOCATION'] }), needRow(2)],
    places: [placeRow(1, { schoolPostcode4: '8224' }), placeRow(2)],
    consents: [1, 3, 5].map((n) => consentRow(n)),
  });
  await database.owner.query('select receive_holds($1)', [JSON.stringify([knownHold(702, 1)])]);
}

/** Each of the two providers has one offer, which bears its own number. */
export async function tellOffers(database: CasesDatabase): Promise<void> {
  const offers = [801, 802].map((n) => ({ offerId: idOf(n), organisationId: idOf(n), rung: 'FOSTER', version: 1 }));
  await database.owner.query('select receive_offers($1)', [JSON.stringify(offers)]);
}

/** A hold of provider 801, for the nth case, as capacity tells of it. */
export function knownHold(n: number, caseNumber: number, other: object = {}): object {
  return {
    ...{ holdId: idOf(n), caseId: idOf(caseNumber), organisationId: idOf(801), offerId: idOf(701), rung: 'FOSTER' },
    ...{ state: 'REQUESTED', expiresAt: null, convertedAt: null, refusalCode: null, version: 1 },
    changedAt: new Date().toISOString(),
    ...other,
  };
}
