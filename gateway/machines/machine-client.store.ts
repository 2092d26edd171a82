import type { EntityManager } from 'typeorm';
import type { ListedClient, MachineClient } from './machine-client.js';

const named = 'id, label, organisation_id as "organisationId", region, roles';

/** Keeps which systems may call. A client is never removed: what it published names it. */
export function machineClientStore(db: EntityManager) {
  return {
    async add({ id, label, organisationId, region, roles, publicKeys }: MachineClient): Promise<void> {
      await db.query(
        `insert into machine_client (id, label, organisation_id, region, roles, public_keys) values ($1, $2, $3, $4, $5, $6)`,
        [id, label, organisationId, region, roles, JSON.stringify(publicKeys)],
      );
    },

    /** A client that may call now; null for any other. */
    async findActive(id: string): Promise<MachineClient | null> {
      const rows: MachineClient[] = await db.query(
        `select ${named}, public_keys as "publicKeys" from machine_client where id = $1 and revoked_at is null`,
        [id],
      );
      return rows[0] ?? null;
    },

    async list(): Promise<ListedClient[]> {
      return db.query(
        `select ${named}, created_at as "createdAt", revoked_at as "revokedAt" from machine_client order by created_at, id`,
      );
    },

    /** Whether it is revoked now: false when there is no such client. */
    async revoke(id: string): Promise<boolean> {
      const [rows] = await db.query<[unknown[], number]>(
        'update machine_client set revoked_at = coalesce(revoked_at, public.hub_now()) where id = $1 returning id',
        [id],
      );
      return rows.length > 0;
    },
  };
}

export type MachineClientStore = ReturnType<typeof machineClientStore>;
