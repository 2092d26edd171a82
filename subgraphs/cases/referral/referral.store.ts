import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../platform/identity/caller.js';
import { violatedConstraint } from '../../../platform/database/transaction.js';
import { HubError } from '../../../platform/errors/errors.js';
import { emit } from '../../../platform/outbox/outbox.js';
import { providerOf, sightOf } from '../access/visibility.rules.js';
import type { DeclineReason } from '../../../vocabulary/decline-reason.js';
import type { ReferralRow } from './referral.entity.js';
import type { SharingGround } from './referral.vocabulary.js';

export interface NewReferral extends Pick<
  ReferralRow,
  'caseId' | 'organisationId' | 'offerId' | 'holdId' | 'ground' | 'consentIds'
> {
  readonly days: number;
  /** Whether the provider said yes already, by the hold that it named. */
  readonly isAccepted: boolean;
}

interface Ended {
  readonly id: string;
  readonly organisationId: string;
  readonly region: string;
}

const ownCase = `f.id = r.case_id and (f.region = $1 or f.owner_organisation_id = $2)`;

/** Writes referrals, each with its event: identifiers only, and of the case none. */
export function referralStore(db: EntityManager) {
  /** Withdraws the referrals of the caller's cases for which `condition` holds. */
  const end = async (caller: Caller, condition: string, values: readonly unknown[]): Promise<string[]> => {
    const { region, organisationId } = sightOf(caller);
    const [ended] = await db.query<[Ended[], number]>(
      `update referral r set withdrawn_at = hub_now() from case_file f where ${ownCase} and r.withdrawn_at is null and ${condition}
       returning r.id, r.organisation_id as "organisationId", f.region`,
      [region, organisationId, ...values],
    );
    await emit(
      db,
      ended.map(({ id, ...of }) => ({ kind: 'referral.withdrawn', ...of, data: { referralId: id } })),
    );
    return ended.map(({ id }) => id);
  };

  return {
    /** Whether a ground holds for a case at this moment: by its consents, or by what the case itself says. */
    async groundHolds(caseId: string, ground: SharingGround, consentIds: readonly string[]): Promise<boolean> {
      const rows: { holds: boolean }[] = await db.query('select sharing_ground_holds($1, $2, $3) as holds', [
        caseId,
        ground,
        consentIds,
      ]);
      return rows[0]?.holds ?? false;
    },

    /** Throws ALREADY_REFERRED while the case lies before this provider. */
    async add(referral: NewReferral, region: string): Promise<string> {
      const { caseId, organisationId, offerId, holdId, ground, consentIds, days, isAccepted } = referral;
      const rows: { id: string }[] = await db
        .query<{ id: string }[]>(
          `with clock as materialized (select hub_now() as at)
           insert into referral (case_id, organisation_id, offer_id, hold_id, ground, consent_ids, made_at, expires_at, accepted_at)
           select $1, $2, $3, $4, $5, $6, at, at + make_interval(days => $7), case when $8 then at end from clock returning id`,
          [caseId, organisationId, offerId, holdId, ground, consentIds, days, isAccepted],
        )
        .catch((error: unknown) => {
          throw violatedConstraint(error) === 'referral_one_at_a_time' ? new HubError('ALREADY_REFERRED') : error;
        });
      const id = rows[0]?.id ?? '';
      await emit(db, [{ kind: 'referral.made', organisationId, region, data: { referralId: id } }]);
      return id;
    },

    /** Withdraws one that is open; false when there is none. */
    withdraw: async (caller: Caller, referralId: string): Promise<boolean> =>
      (await end(caller, `r.id = $3 and referral_state(r) in ('OPEN','ACCEPTED','LAPSED')`, [referralId])).length > 0,

    /** Writes down what the provider answers to one that is open; false when there is none. */
    async answer(caller: Caller, referralId: string, reason: DeclineReason | null): Promise<boolean> {
      const [answered] = await db.query<[unknown[], number]>(
        `update referral r set accepted_at = case when $3::text is null then hub_now() end,
           declined_at = case when $3 is not null then hub_now() end, decline_reason = $3
         where r.id = $1 and r.organisation_id = $2 and r.hold_id is null and referral_state(r) = 'OPEN' returning r.id`,
        [referralId, providerOf(caller), reason],
      );
      return answered.length > 0;
    },

    /** Withdraws what rests on these consents. */
    endRestingOn: (caller: Caller, consentIds: readonly string[]): Promise<string[]> =>
      end(caller, 'r.consent_ids && $3 and r.expires_at > hub_now()', [consentIds]),

    /** Withdraws what lies before this provider without a ground any more, so that the case can be put before it anew. */
    endLapsed: (caller: Caller, caseId: string, organisationId: string): Promise<string[]> =>
      end(caller, `r.case_id = $3 and r.organisation_id = $4 and referral_state(r) = 'LAPSED'`, [
        caseId,
        organisationId,
      ]),
  };
}

export type ReferralStore = ReturnType<typeof referralStore>;
