import { setTimeout as wait } from 'node:timers/promises';

/** A provider's own system: it publishes one report after the other, and each until the hub has answered it. */
export interface Publisher {
  readonly organisationId: string;
  /** Key of the one offer that it reports on. */
  readonly offerKey: string;
  readonly unit: string;
  /** How many publications the hub has acknowledged so far. */
  acknowledged: number;
}

export interface PublisherHub {
  readonly url: string;
  token(organisationId: string): Promise<string>;
  /** How long a publisher rests between two publications; not at all, unless told otherwise. */
  readonly restMs?: number;
  /** Told of every acknowledgement, with the moment of it. */
  onAcknowledged(at: number): void;
  /** Told of every code with which the hub said: not now. */
  readonly onRefused?: (code: string) => void;
}

interface PublishAnswer {
  readonly data?: { readonly publishCapacity: { readonly results: readonly { readonly outcome: string }[] } | null };
  readonly errors?: readonly { readonly extensions?: { readonly code?: string } }[];
}

const operation = `mutation ($input: PublishCapacityInput!) { publishCapacity(input: $input) { isReplay results { outcome } } }`;
const maximum = 6;
const pauseMs = 25;
const answerWithinMs = 5_000;

/** Publishes until as many publications are acknowledged as are wanted by then. Throws when the hub answers one of them otherwise than the first time. */
export async function publishAll(publisher: Publisher, hub: PublisherHub, wanted: () => number): Promise<void> {
  const token = await hub.token(publisher.organisationId);
  while (publisher.acknowledged < wanted()) {
    const sequence = publisher.acknowledged + 1;
    const body = JSON.stringify({ query: operation, variables: { input: publication(publisher, sequence) } });
    for (let outcome = await send(hub, token, body); outcome !== 'ACCEPTED'; outcome = await send(hub, token, body)) {
      if (outcome !== null) throw new Error(`publication ${sequence} was answered ${outcome}`);
      await wait(pauseMs);
    }
    publisher.acknowledged = sequence;
    hub.onAcknowledged(performance.now());
    await wait(hub.restMs ?? 0);
  }
}

/** Each differs from the one before, so that none is answered as unchanged. */
function publication({ offerKey, unit }: Publisher, sequence: number): object {
  const available = 1 + (sequence % maximum);
  return {
    idempotencyKey: `faults/${offerKey}/${sequence}`,
    asOf: new Date().toISOString(),
    reports: [{ offerKey, sequence, status: 'HAS_CAPACITY', available, maximum, unit }],
  };
}

/** What the hub said of the publication; null when it gave no answer, so that nobody knows whether it was taken. */
async function send(hub: PublisherHub, token: string, body: string): Promise<string | null> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  try {
    const signal = AbortSignal.timeout(answerWithinMs);
    const response = await fetch(`${hub.url}/graphql`, { method: 'POST', headers, body, signal });
    const { data, errors } = (await response.json()) as PublishAnswer;
    const outcome = data?.publishCapacity?.results[0]?.outcome;
    return outcome ?? refusal(errors, hub);
  } catch {
    return null;
  }
}

/** Codes with which the hub says: not now, try again. Any other is an answer. */
const notNow = new Set([
  'DATABASE_UNAVAILABLE',
  'DEADLINE_EXCEEDED',
  'OVERLOADED',
  'SUBGRAPH_UNAVAILABLE',
  'SUBGRAPH_TIMEOUT',
]);

function refusal(errors: PublishAnswer['errors'], { onRefused }: PublisherHub): string | null {
  const code = errors?.[0]?.extensions?.code ?? 'nothing';
  if (!notNow.has(code)) return code;
  onRefused?.(code);
  return null;
}
