import type { EntityManager } from 'typeorm';
import { newPseudonym } from './pseudonym.rules.js';

/** How often another is drawn when a provider knows one already: that it takes a second time is unlikely. */
const draws = 5;

/** Keeps what each provider calls a case. */
export function pseudonymStore(db: EntityManager) {
  return {
    /** Sees to it that the provider has a pseudonym of its own for the case. */
    async give(caseId: string, organisationId: string): Promise<void> {
      for (let draw = 1; draw <= draws; draw++) {
        await db.query('insert into pseudonym values ($1, $2, $3) on conflict do nothing', [
          caseId,
          organisationId,
          newPseudonym(),
        ]);
        const known: unknown[] = await db.query('select from pseudonym where case_id = $1 and organisation_id = $2', [
          caseId,
          organisationId,
        ]);
        if (known.length > 0) return;
      }
      throw new Error('every pseudonym that was drawn is taken');
    },
  };
}

export type PseudonymStore = ReturnType<typeof pseudonymStore>;
