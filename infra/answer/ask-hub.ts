import { ConfigurationError } from '../../platform/process/environment.js';

/** A GraphQL answer of a hub. */
export interface HubAnswer<D> {
  readonly data: D | null;
  readonly errors: readonly { readonly message: string }[];
  readonly milliseconds: number;
  /** The body as it came. */
  readonly text: string;
}

/** A hub that can be asked over HTTP by one caller. */
export interface AskedHub {
  ask<D>(document: string, variables?: Readonly<Record<string, unknown>>): Promise<HubAnswer<D>>;
}

const timeoutMs = 10_000;

/** The hub at `url`, asked with an access token. Its questions throw a ConfigurationError when no hub answers there. */
export function askHub(url: string, token: string): AskedHub {
  return {
    async ask<D>(document: string, variables = {}): Promise<HubAnswer<D>> {
      const start = performance.now();
      const text = await post(url, token, JSON.stringify({ query: document, variables }));
      const milliseconds = Math.round(performance.now() - start);
      return { ...readAnswer<D>(url, text), milliseconds, text };
    },
  };
}

async function post(url: string, token: string, body: string): Promise<string> {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  try {
    const signal = AbortSignal.timeout(timeoutMs);
    return await (await fetch(`${url}/graphql`, { method: 'POST', headers, body, signal })).text();
  } catch {
    throw new ConfigurationError(`No hub answers at ${url}: start one with npm start, or name another with --url.`);
  }
}

function readAnswer<D>(url: string, text: string): Pick<HubAnswer<D>, 'data' | 'errors'> {
  try {
    const { data = null, errors = [] } = JSON.parse(text) as Partial<HubAnswer<D>>;
    return { data, errors };
  } catch {
    throw new ConfigurationError(`What answers at ${url} is not a hub: name another with --url.`);
  }
}
