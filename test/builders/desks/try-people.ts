import type { DataSource } from '../../../platform/database/database.js';
import { withCaller } from '../../../platform/database/with-caller.js';
import { HubError } from '../../../platform/errors/errors.js';
import type { Caller } from '../../../platform/identity/caller.js';
import { peopleServices, type PeopleServices } from '../../../subgraphs/people/services.js';

/** What became of something that was tried: OK, or the refusal with what it tells. */
export type Outcome = 'OK' | readonly [code: string, parameters: Readonly<Record<string, unknown>>];

/** A busy machine lets many wait for the same lock; two who wait for each other are told apart by PostgreSQL. */
const patienceMs = 9_000;

/** Does something with the services of people as a request does it, in a transaction of the caller. Throws what is no refusal. */
export async function tryPeople(
  db: DataSource,
  caller: Caller,
  work: (services: PeopleServices) => Promise<unknown>,
): Promise<Outcome> {
  try {
    await withCaller(db, caller, async (tx) => {
      await tx.query(`set local lock_timeout = ${patienceMs}`);
      await work(peopleServices(tx));
    });
    return 'OK';
  } catch (error) {
    if (error instanceof HubError) return [error.code, error.parameters];
    throw error;
  }
}
