import { fetchFromHub } from './clock.js';

/** How often a question is asked again by itself. */
const mostTries = 3;

/**
 * Asks the hub, and again where it had too much to do to begin with it: it answers 503 and says after how many seconds. Longer each time,
 * and not for all windows at the same moment.
 */
export async function fetchPatiently(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  for (let tries = 0; ; tries++) {
    const response = await fetchFromHub(input, init);
    const seconds = Number(response.headers.get('retry-after') ?? NaN);
    if (response.status !== 503 || Number.isNaN(seconds) || tries === mostTries) return response;
    await pause(seconds * 1_000 * 2 ** tries * (0.75 + Math.random() / 2));
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
