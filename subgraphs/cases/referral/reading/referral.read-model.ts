import type { EntityManager } from 'typeorm';
import type { Caller } from '../../../../platform/identity/caller.js';
import { groupBy, mapBy } from '../../../../platform/database/loaders.js';
import type { PageRequest } from '../../../../platform/paging/pages.js';
import type { CodedNeedFields } from '../../../../vocabulary/need.js';
import { providerOf, sightOf } from '../../access/visibility.rules.js';
import type { ReferralRow } from '../referral.entity.js';
import type { ReferralState } from '../referral.vocabulary.js';

/** A referral as this caller may see it, with all that it tells of the child. */
export type SeenReferral = Omit<ReferralRow, 'caseId' | 'consentIds'> & {
  readonly pseudonym: string;
  readonly state: ReferralState;
  /** Null where the caller is the one before whom the case was put. */
  readonly caseId: string | null;
  /** Of the child, as the database tells it; null where that no longer tells anything, though the referral was there a moment ago. */
  readonly region: string | null;
  readonly age: number | null;
  readonly hasNeed: boolean | null;
  /** Where the child lives, told to the provider that said yes. */
  readonly homeMunicipalityCode: string | null;
  readonly homePostcode4: string | null;
} & CodedNeedFields;

export interface ReferralSelection {
  readonly pseudonym: string | null;
  readonly states: readonly ReferralState[] | null;
}

/** How many referrals of one case are told at most. */
const mostOfCase = 50;

const ownCase = `exists (select from case_file f where f.id = r.case_id and (f.region = $1 or f.owner_organisation_id = $2))`;
const columns = `r.id, r.organisation_id as "organisationId", r.offer_id as "offerId", r.hold_id as "holdId", r.ground, r.made_at as "madeAt",
  r.expires_at as "expiresAt", r.withdrawn_at as "withdrawnAt", r.accepted_at as "acceptedAt", r.declined_at as "declinedAt",
  r.decline_reason as "declineReason", p.pseudonym, referral_state(r) as state, case when ${ownCase} then r.case_id end as "caseId",
  child.region, child.age, child.languages, child.legal_frameworks as "legalFrameworks", child.has_need as "hasNeed", child.rungs,
  child.heaviest_rung as "heaviestRung", child.sex, child.start_by_on as "startByOn", child.duration_weeks as "durationWeeks",
  child.hours_per_week as "hoursPerWeek", child.time_windows as "timeWindows", child.children_together as "childrenTogether",
  child.characteristics, child.place_features as "placeFeatures", child.is_crisis as "isCrisis",
  home.municipality_code as "homeMunicipalityCode", home.postcode4 as "homePostcode4"`;
const addressed = `r.organisation_id = $3 and referral_state(r) in ('OPEN','ACCEPTED','DECLINED') and r.expires_at > hub_now()`;
const visible = `(${ownCase} or (${addressed}))`;
const found = `select ${columns} from referral r join pseudonym p on p.case_id = r.case_id and p.organisation_id = r.organisation_id
  left join lateral referred_child(r.id) child on true left join lateral referred_home(r.id) home on true where ${visible}`;
const timePage = 'order by r.made_at desc, r.id desc';

/** Reads referrals: those of the caller's cases, and to a provider those that lie before it at this moment. */
export function referralReadModel(db: EntityManager) {
  const read = (caller: Caller, rest: string, values: readonly unknown[]): Promise<SeenReferral[]> => {
    const { region, organisationId } = sightOf(caller);
    return db.query(`${found} and ${rest}`, [region, organisationId, providerOf(caller), ...values]);
  };

  return {
    async findByIds(caller: Caller, ids: readonly string[]): Promise<Map<string, SeenReferral>> {
      return mapBy(await read(caller, 'r.id = any($4)', [ids]), ({ id }) => id);
    },

    /** One page of the referrals that fit, newest first. */
    findPage: (
      caller: Caller,
      { pseudonym, states }: ReferralSelection,
      { after, limit }: PageRequest,
    ): Promise<SeenReferral[]> =>
      read(
        caller,
        `($4::text is null or p.pseudonym = $4) and ($5::text[] is null or referral_state(r) = any($5))
         and ($6::timestamptz is null or (r.made_at, r.id) < ($6, $7::uuid)) ${timePage} limit $8`,
        [pseudonym, states, after?.[0] ?? null, after?.[1] ?? null, limit],
      ),

    /** How often a provider said no to each of the caller's cases: to a referral, or to a hold that no referral came with. */
    async countDeclines(caller: Caller, caseIds: readonly string[]): Promise<Map<string, number>> {
      const { region, organisationId } = sightOf(caller);
      const rows: { id: string; count: number }[] = await db.query(
        `select f.id, (select count(*) from referral r where r.case_id = f.id and r.declined_at is not null)::integer
           + (select count(*) from known_hold h where h.case_id = f.id and h.state = 'REFUSED'
                and not exists (select from referral r where r.hold_id = h.hold_id and r.declined_at is not null))::integer as count
         from case_file f where f.id = any($3) and (f.region = $1 or f.owner_organisation_id = $2)`,
        [region, organisationId, caseIds],
      );
      return new Map(rows.map(({ id, count }) => [id, count]));
    },

    /** The newest referrals of each of the caller's cases: whom else it was put before is told to nobody else. */
    async findByCaseIds(caller: Caller, caseIds: readonly string[]): Promise<Map<string, SeenReferral[]>> {
      const newest = `select n.id from referral n where n.case_id = r.case_id order by n.made_at desc, n.id desc limit ${mostOfCase}`;
      const rows = await read(caller, `${ownCase} and r.case_id = any($4) and r.id in (${newest}) ${timePage}`, [
        caseIds,
      ]);
      return groupBy(rows, ({ caseId }) => caseId ?? '');
    },
  };
}

export type ReferralReadModel = ReturnType<typeof referralReadModel>;

/** The sort values of a referral in the lists above. */
export function referralSortValues({ madeAt, id }: SeenReferral): readonly string[] {
  return [madeAt.toISOString(), id];
}
