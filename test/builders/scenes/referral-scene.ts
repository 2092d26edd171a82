import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { organisationByKey } from '../../../infra/demonstration/organisations.js';
import { broker, type Actor } from '../../actors.js';
import type { HubAnswer, TestHub } from '../../hub.js';

/** A referral as a provider reads it. */
export interface ReadReferral {
  readonly id: string;
  readonly pseudonym: string;
  readonly [field: string]: unknown;
}

interface Stepped {
  readonly step: { readonly referral: ReadReferral | null; readonly isReplay: boolean } | null;
}

/** Sends what names a hold again while cases has not yet heard of it. */
export async function onceHoldIsKnown<A extends { readonly codes: unknown[] }>(send: () => Promise<A>): Promise<A> {
  for (const start = performance.now(); ;) {
    const answer = await send();
    if (!answer.codes.includes('HOLD_NOT_KNOWN') || performance.now() - start > 10_000) return answer;
    await wait(50);
  }
}

/** What owners, brokers and providers do with consent and referrals, through the whole hub. */
export type ReferralScene = ReturnType<typeof openReferralScene>;

export function openReferralScene(hub: TestHub) {
  const ask = async <D>(
    document: string,
    variables: object,
    actor: Actor,
  ): Promise<HubAnswer<D> & { codes: unknown[] }> => {
    const answer = await hub.query<D>(document, variables, actor);
    return { ...answer, codes: answer.errors.map(({ extensions }) => extensions?.['code']) };
  };
  const change = <D>(name: string, type: string, fields: string, input: object, actor: Actor) =>
    ask<D>(
      `mutation ($input: ${type}!) { step: ${name}(input: $input) { ${fields} } }`,
      { input: { idempotencyKey: randomUUID(), ...input } },
      actor,
    );

  return {
    ask,

    /** Records consent of each party to sharing. */
    async agree(caseId: string, actor: Actor, parties: readonly string[] = ['YOUTH', 'PARENT']): Promise<void> {
      const givenAt = new Date(Date.now() - 60_000).toISOString();
      for (const by of parties) {
        const input = { caseId, by, purpose: 'SHARING_WITH_PROVIDER', givenAt };
        const { codes } = await change('recordConsent', 'RecordConsentInput', 'isReplay', input, actor);
        if (codes.length > 0) throw new Error(`no consent: ${codes.join()}`);
      }
    },

    withdrawConsent: (caseId: string, by: string, actor: Actor) =>
      change<{ step: { endedReferralCount: number } | null }>(
        'withdrawConsent',
        'WithdrawConsentInput',
        'endedReferralCount',
        { caseId, by, purpose: 'SHARING_WITH_PROVIDER' },
        actor,
      ),

    /** Puts a case before the organisation of a key. */
    async refer(caseId: string, organisation: string, input: object = {}, actor: Actor = broker) {
      const given = { caseId, organisationId: organisationByKey(organisation).id, ...input };
      const send = () =>
        change<Stepped>('referCase', 'ReferCaseInput', 'referral { id pseudonym state } isReplay', given, actor);
      const { data, codes, errors } = await onceHoldIsKnown(send);
      return { step: data.step, id: data.step?.referral?.id ?? '', codes, errors };
    },

    async withdraw(referralId: string, actor: Actor) {
      const fields = 'referral { id pseudonym state }';
      const { data, codes } = await change<Stepped>(
        'withdrawReferral',
        'WithdrawReferralInput',
        fields,
        { referralId },
        actor,
      );
      return { state: data.step?.referral?.['state'] ?? null, codes };
    },
  };
}
