import { createHash, randomBytes } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { KnownCaller } from '../authenticate/caller-claims.js';

/** Somebody who is signed in, until when. */
export interface PersonSession extends KnownCaller {
  readonly expiresAt: Date;
}

interface SessionRow extends PersonSession {
  readonly isStale: boolean;
}

/** NL GOV: an hour without a request, six hours in all. */
const idle = `interval '1 hour'`;
const whole = `interval '6 hours'`;
/** So often at the most is written down that somebody is still there. */
const noticed = `interval '1 minute'`;
const idBytes = 32;

/** Keeps who is signed in. Only the hash of a session's id is kept: who reads the table can be nobody with it. */
export function sessionStore(db: EntityManager) {
  return {
    /** Begins a session and gives its id, which nobody can guess. */
    async begin({
      subject,
      roles,
      organisationId,
      region,
      professionalId,
      secondFactorAt,
    }: KnownCaller): Promise<string> {
      const id = randomBytes(idBytes).toString('base64url');
      await db.query(
        `insert into person_session (id_hash, subject, roles, organisation_id, region, professional_id, second_factor_at, idle_until, ends_at)
         values ($1, $2, $3, $4, $5, $6, $7, public.hub_now() + ${idle}, public.hub_now() + ${whole})`,
        [hashOf(id), subject, roles, organisationId, region, professionalId ?? null, secondFactorAt ?? null],
      );
      return id;
    },

    /** Who is signed in under an id, which goes on for another hour; null when nobody is any more. */
    async find(id: string): Promise<PersonSession | null> {
      const [row]: SessionRow[] = await db.query(
        `select subject, roles, organisation_id as "organisationId", region, professional_id as "professionalId",
           second_factor_at as "secondFactorAt", idle_until as "expiresAt",
           idle_until < least(ends_at, public.hub_now() + ${idle} - ${noticed}) as "isStale"
         from person_session where id_hash = $1 and idle_until > public.hub_now()`,
        [hashOf(id)],
      );
      if (!row) return null;
      const { isStale, ...session } = row;
      if (!isStale) return session;
      const [updated] = await db.query<[{ expiresAt: Date }[], number]>(
        `update person_session set idle_until = least(ends_at, public.hub_now() + ${idle})
         where id_hash = $1 and idle_until > public.hub_now() returning idle_until as "expiresAt"`,
        [hashOf(id)],
      );
      const [extended] = updated;
      return extended ? { ...session, ...extended } : null;
    },

    /** Who is signed in under an id, without going on for longer: somebody's page asks by itself, and that is no sign of a person. */
    async look(id: string): Promise<PersonSession | null> {
      const [row]: PersonSession[] = await db.query(
        `select subject, roles, organisation_id as "organisationId", region, professional_id as "professionalId",
           second_factor_at as "secondFactorAt", idle_until as "expiresAt"
         from person_session where id_hash = $1 and idle_until > public.hub_now()`,
        [hashOf(id)],
      );
      return row ?? null;
    },

    async end(id: string): Promise<void> {
      await db.query('delete from person_session where id_hash = $1', [hashOf(id)]);
    },

    async forgetExpired(): Promise<void> {
      await db.query('delete from person_session where idle_until < public.hub_now()');
    },
  };
}

export type SessionStore = ReturnType<typeof sessionStore>;

/** What is told of a session that changed: `0023-session-changes.ts` says the same of a row. */
export function sessionMark(id: string): string {
  return hashOf(id).toString('hex');
}

function hashOf(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
