/** When a question left, when its answer came, by the clock of this PC, and the clock of the hub in between, in whole seconds. */
export interface Reading {
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly hubAt: number;
}

let offsetMs: number | null = null;

/** The moment it is by the clock of the hub, in milliseconds: at most a second and the way of an answer behind it, never ahead. */
export function hubNow(): number {
  return Date.now() + (offsetMs ?? 0);
}

/**
 * How far the clock of the hub is ahead of that of this PC, at the least. The answer that came quickest says it best; one that
 * contradicts what was known tells that the clock of this PC was set.
 */
export function nextOffset(known: number | null, { sentAt, receivedAt, hubAt }: Reading): number {
  const atLeast = hubAt - receivedAt;
  const atMost = hubAt + 1_000 - sentAt;
  return known === null || known < atLeast || known > atMost ? atLeast : known;
}

/** Asks the hub, and reads its clock from the answer. */
export async function fetchFromHub(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const sentAt = Date.now();
  const response = await fetch(input, init);
  const hubAt = Date.parse(response.headers.get('date') ?? '');
  if (!Number.isNaN(hubAt)) offsetMs = nextOffset(offsetMs, { sentAt, receivedAt: Date.now(), hubAt });
  return response;
}
