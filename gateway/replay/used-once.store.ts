import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';

/** Remembers what may be used once, for as long as it could be used at all. Only hashes are kept. */
export function usedOnceStore(db: EntityManager) {
  return {
    /** Takes what these parts name for so many seconds; false when it was taken before. Of two at once one takes it. */
    async take(parts: readonly string[], seconds: number): Promise<boolean> {
      const rows: unknown[] = await db.query(
        `insert into used_once as known (hash, expires_at) values ($1, public.hub_now() + make_interval(secs => $2))
         on conflict (hash) do update set expires_at = excluded.expires_at where known.expires_at < public.hub_now()
         returning 1`,
        [createHash('sha256').update(JSON.stringify(parts)).digest(), seconds],
      );
      return rows.length > 0;
    },

    async forgetExpired(): Promise<void> {
      await db.query('delete from used_once where expires_at < public.hub_now()');
    },
  };
}

export type UsedOnceStore = ReturnType<typeof usedOnceStore>;
