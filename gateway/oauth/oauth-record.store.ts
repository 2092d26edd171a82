import type { EntityManager } from 'typeorm';

type Payload = Readonly<Record<string, unknown>>;

/** A record of the library: what it kept, and when it was consumed, in seconds. */
interface RecordRow {
  readonly payload: Payload;
  readonly consumedAt: number | null;
}

const alive = '(expires_at is null or expires_at > public.hub_now())';
const columns = 'payload, extract(epoch from consumed_at)::int as "consumedAt"';

/** Keeps what the library of the authorization server wants kept, by its own names. */
export function oauthRecordStore(db: EntityManager) {
  const first = async (where: string, values: readonly string[]): Promise<Payload | undefined> => {
    const rows: RecordRow[] = await db.query(`select ${columns} from oauth_record where ${where} and ${alive}`, [
      ...values,
    ]);
    const [row] = rows;
    return row && { ...row.payload, ...(row.consumedAt !== null && { consumed: row.consumedAt }) };
  };
  return {
    async upsert(model: string, id: string, payload: Payload, seconds: number | undefined): Promise<void> {
      const { grantId = null, uid = null, userCode = null } = payload;
      await db.query(
        `insert into oauth_record (model, id, payload, grant_id, uid, user_code, expires_at)
         values ($1, $2, $3, $4, $5, $6, public.hub_now() + make_interval(secs => $7))
         on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id,
           uid = excluded.uid, user_code = excluded.user_code, expires_at = excluded.expires_at`,
        [model, id, JSON.stringify(payload), grantId, uid, userCode, seconds ?? null],
      );
    },

    find: (model: string, id: string) => first('model = $1 and id = $2', [model, id]),
    findByUid: (model: string, uid: string) => first('model = $1 and uid = $2', [model, uid]),
    findByUserCode: (model: string, code: string) => first('model = $1 and user_code = $2', [model, code]),

    async consume(model: string, id: string): Promise<void> {
      await db.query('update oauth_record set consumed_at = public.hub_now() where model = $1 and id = $2', [
        model,
        id,
      ]);
    },

    async remove(model: string, id: string): Promise<void> {
      await db.query('delete from oauth_record where model = $1 and id = $2', [model, id]);
    },

    async removeGrant(grantId: string): Promise<void> {
      await db.query('delete from oauth_record where grant_id = $1', [grantId]);
    },

    async forgetExpired(): Promise<void> {
      await db.query('delete from oauth_record where expires_at < public.hub_now()');
    },
  };
}

export type OauthRecordStore = ReturnType<typeof oauthRecordStore>;
