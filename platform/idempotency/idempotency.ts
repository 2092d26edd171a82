import type { Caller } from '../identity/caller.js';
import { sealerOf } from '../secrecy/database-sealer.js';
import type { EntityManager } from '../database/database.js';
import { HubError } from '../errors/errors.js';
import { clientOf } from './client.js';

/** One request that may come twice: the client's own key, the operation and all that was asked. */
export interface IdempotentRequest {
  readonly operation: string;
  readonly key: string;
  /** Which part of the request, where each is done by itself. */
  readonly part?: string;
  readonly input: unknown;
}

export interface IdempotentAnswer<A> {
  readonly answer: A;
  /** Whether this is the answer of the first time: nothing was done now. */
  readonly isReplay: boolean;
}

const keyPattern = /^[\x21-\x7e]{1,200}$/;
const keptFor = `interval '7 days'`;

/**
 * Does work once for each key of a client, after the IETF draft on the Idempotency-Key header: the same request gives the first
 * answer again, another request under the same key is refused, and of two at once the second waits for the first. Work and answer
 * are kept in the same transaction; what failed was not done, and may be tried again. `A` must survive JSON.
 */
export async function onceOnly<A>(
  tx: EntityManager,
  caller: Caller,
  request: IdempotentRequest,
  work: () => Promise<A>,
): Promise<IdempotentAnswer<A>> {
  if (!keyPattern.test(request.key)) throw new HubError('IDEMPOTENCY_KEY_INVALID');
  const client = clientOf(caller);
  const fingerprints = fingerprintsOf(tx, request);
  const key = storedKey(request);
  const claimed: unknown[] = await tx.query(
    `insert into idempotency_key as known (client, key, fingerprint) values ($1, $2, $3)
     on conflict (client, key) do update set fingerprint = excluded.fingerprint, created_at = excluded.created_at, answer = null
       where known.created_at < hub_now() - ${keptFor}
     returning key`,
    [client, key, fingerprints[0]],
  );
  if (claimed.length === 0) return replay<A>(tx, client, key, fingerprints);
  const answer = await work();
  await tx.query('update idempotency_key set answer = $3 where client = $1 and key = $2', [
    client,
    key,
    JSON.stringify(answer),
  ]);
  return { answer, isReplay: false };
}

async function replay<A>(
  tx: EntityManager,
  client: string,
  key: string,
  fingerprints: readonly string[],
): Promise<IdempotentAnswer<A>> {
  const rows: { fingerprint: string; answer: A }[] = await tx.query(
    'select fingerprint, answer from idempotency_key where client = $1 and key = $2',
    [client, key],
  );
  const [first] = rows;
  if (!first || !fingerprints.includes(first.fingerprint)) throw new HubError('IDEMPOTENCY_KEY_REUSED');
  return { answer: first.answer, isReplay: true };
}

/** Forgets what is older than seven days. */
export async function forgetOldKeys(tx: EntityManager): Promise<void> {
  await tx.query(`delete from idempotency_key where created_at < hub_now() - ${keptFor}`);
}

/** No client can send the key of a part: it has a space. */
function storedKey({ key, part }: IdempotentRequest): string {
  return part === undefined ? key : `${key} ${part}`;
}

/**
 * What stands for a request, that of the key of now first: of a hash without a key, whoever has the database could try what was written in
 * it, such as the number that leads to a child elsewhere.
 */
function fingerprintsOf(tx: EntityManager, { operation, input }: IdempotentRequest): string[] {
  const prints = sealerOf(tx).fingerprints('idempotency', canonical([operation, input]));
  return prints.map((print) => print.toString('base64url'));
}

/** JSON in which the order of keys does not matter and what is null reads like what was left out. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part) && !(part instanceof Date)
      ? Object.fromEntries(
          Object.entries(part)
            .filter(([, inner]) => inner !== null && inner !== undefined)
            .sort(([one], [other]) => (one < other ? -1 : 1)),
        )
      : part,
  );
}
