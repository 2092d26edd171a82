import type { EntityManager } from 'typeorm';

/** The lock of what one organisation publishes, until the transaction ends. As SQL; $1 is the organisation. */
const lock = `hashtextextended('publication ' || $1, 0)`;

/** Waits until nobody else publishes for this organisation. Until then its figures would change under our hands. */
export async function takeTurn(tx: EntityManager, organisationId: string): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(${lock})`, [organisationId]);
}

/** Takes the same turn when nobody else has it, and tells whether it did. */
export async function tryTurn(tx: EntityManager, organisationId: string): Promise<boolean> {
  const rows: { taken: boolean }[] = await tx.query(`select pg_try_advisory_xact_lock(${lock}) as taken`, [
    organisationId,
  ]);
  return rows[0]?.taken === true;
}
