import type { EntityManager } from 'typeorm';

/** Writes the contact for intake of the organisation for which a provider acts: the function holds to that. */
export function intakeContactStore(db: EntityManager) {
  return {
    /** When it was told; null where it was taken back, undefined for an organisation that the hub does not know. */
    async tell(phone: string | null, email: string | null): Promise<Date | null | undefined> {
      const rows: { told_at: Date | null }[] = await db.query('select told_at from tell_intake($1, $2)', [
        phone,
        email,
      ]);
      return rows[0]?.told_at;
    },
  };
}

export type IntakeContactStore = ReturnType<typeof intakeContactStore>;
