import type { KeyRing } from './keys/key-ring.js';
import type { NodeHandler, ProviderOptions } from './create-provider.js';

/** Answers one request to the authorization server. */
export type AuthorizationServer = NodeHandler;

/** The authorization server with the keys of this moment. Its library is loaded when somebody first asks: a start does not wait for it. */
export function authorizationServer(options: ProviderOptions, keys: KeyRing): AuthorizationServer {
  let current: { kids: string; handler: Promise<NodeHandler> } | null = null;

  async function handlerOfNow(): Promise<NodeHandler> {
    const published = await keys.published();
    const kids = published.map(({ jwk }) => jwk.kid).join(' ');
    if (current?.kids !== kids) {
      const handler = import('./create-provider.js').then(({ createProvider }) => createProvider(options, published));
      const made = { kids, handler };
      current = made;
      // what failed once is not remembered: the next request tries again
      handler.catch(() => {
        if (current === made) current = null;
      });
      return handler;
    }
    return current.handler;
  }

  return async (request, response) => (await handlerOfNow())(request, response);
}
