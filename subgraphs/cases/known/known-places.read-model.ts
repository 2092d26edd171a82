import type { EntityManager } from 'typeorm';
import type { LadderRung } from '../../../vocabulary/ladder.js';

/** Where a hold of a case stands, as capacity told. */
export type KnownHoldState = 'REQUESTED' | 'ACTIVE' | 'CONVERTED' | 'REFUSED' | 'RELEASED' | 'EXPIRED' | 'ENDED';

/** A hold of a case: whose offer it is of, and how it stands by the clock of the database. */
export interface KnownHold {
  readonly caseId: string;
  readonly organisationId: string;
  readonly offerId: string;
  readonly rung: LadderRung;
  readonly state: KnownHoldState;
}

export interface KnownOffer {
  readonly organisationId: string;
  readonly rung: LadderRung;
}

/** What capacity told of offers, and of the holds of cases. */
export function knownPlacesReadModel(db: EntityManager) {
  return {
    /** A hold of a case; null when none is known. */
    async findHold(caseId: string, holdId: string): Promise<KnownHold | null> {
      const rows: KnownHold[] = await db.query(
        `select case_id as "caseId", organisation_id as "organisationId", offer_id as "offerId", rung,
           case when state in ('REQUESTED','ACTIVE') and expires_at <= hub_now() then 'EXPIRED' else state end as state
         from known_hold where hold_id = $1 and case_id = $2`,
        [holdId, caseId],
      );
      return rows[0] ?? null;
    },

    async findOffer(offerId: string): Promise<KnownOffer | null> {
      const rows: KnownOffer[] = await db.query(
        'select organisation_id as "organisationId", rung from known_offer where offer_id = $1',
        [offerId],
      );
      return rows[0] ?? null;
    },

    /** Whether an organisation offers anything, or did. */
    async isProvider(organisationId: string): Promise<boolean> {
      const rows: unknown[] = await db.query('select from known_offer where organisation_id = $1 limit 1', [
        organisationId,
      ]);
      return rows.length > 0;
    },
  };
}

export type KnownPlaces = ReturnType<typeof knownPlacesReadModel>;
