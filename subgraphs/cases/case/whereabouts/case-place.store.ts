import type { EntityManager } from 'typeorm';

/** Writes where the child of a case is. */
export function casePlaceStore(db: EntityManager) {
  return {
    /** Of a new case: who opens it may not be one who sees it afterwards. */
    async add(caseId: string, postcode4: string | null): Promise<void> {
      await db.query('insert into case_place (case_id, postcode4, near_postcode4) values ($1, $2, $2)', [
        caseId,
        postcode4,
      ]);
    },

    /** The child lives elsewhere: what was sought near its home is sought near the new one. */
    async moveHome(caseId: string, postcode4: string | null): Promise<void> {
      await db.query(
        `insert into case_place as known (case_id, postcode4, near_postcode4) values ($1, $2, $2)
         on conflict (case_id) do update set postcode4 = excluded.postcode4, near_postcode4 =
           case when known.near_postcode4 is not distinct from known.postcode4 then excluded.postcode4 else known.near_postcode4 end`,
        [caseId, postcode4],
      );
    },

    /** From where help is sought. */
    async seekFrom(caseId: string, nearPostcode4: string | null, schoolPostcode4: string | null): Promise<void> {
      await db.query(
        `insert into case_place (case_id, near_postcode4, school_postcode4) values ($1, $2, $3)
         on conflict (case_id) do update set near_postcode4 = excluded.near_postcode4, school_postcode4 = excluded.school_postcode4`,
        [caseId, nearPostcode4, schoolPostcode4],
      );
    },
  };
}

export type CasePlaceStore = ReturnType<typeof casePlaceStore>;
