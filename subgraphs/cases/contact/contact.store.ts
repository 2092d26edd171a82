import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/database/loaders.js';
import { ofSeenConsultation } from '../access/seen-consultation.sql.js';
import type { Caller } from '../../../platform/identity/caller.js';
import type { ContactKind } from './contact.vocabulary.js';

export interface NewContact {
  readonly kind: ContactKind;
  readonly at: Date;
  readonly minutes: number | null;
}

export interface ContactRow extends NewContact {
  readonly id: string;
  readonly consultationId: string;
}

/** Keeps moments of contact: they are added, never changed. */
export function contactStore(db: EntityManager) {
  return {
    async add(consultationId: string, { kind, at, minutes }: NewContact): Promise<void> {
      await db.query('insert into contact_moment (consultation_id, kind, at, minutes) values ($1, $2, $3, $4)', [
        consultationId,
        kind,
        at,
        minutes,
      ]);
    },

    /** The moments of each consultation, the newest first. */
    async findByConsultationIds(caller: Caller, ids: readonly string[]): Promise<Map<string, ContactRow[]>> {
      const { condition, values } = ofSeenConsultation(caller, 'm', 2);
      const rows: ContactRow[] = await db.query(
        `select m.id, m.consultation_id as "consultationId", m.kind, m.at, m.minutes from contact_moment m
         where m.consultation_id = any($1) and ${condition} order by m.at desc, m.id desc`,
        [ids, ...values],
      );
      return groupBy(rows, ({ consultationId }) => consultationId);
    },
  };
}

export type ContactStore = ReturnType<typeof contactStore>;
