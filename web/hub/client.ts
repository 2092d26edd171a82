import { Client, fetchExchange, mapExchange, type CombinedError } from 'urql';
import { fetchPatiently } from './patience.js';
import { hubAddress } from './place.js';

/** A client that asks the hub anew each time: a figure that was kept is a figure that is older than it says. */
export function createClient(onLapse: () => void): Client {
  return new Client({
    url: hubAddress('graphql'),
    preferGetMethod: false,
    fetch: fetchPatiently,
    requestPolicy: 'network-only',
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [
      mapExchange({
        onError(error) {
          if (codesOf(error).includes('UNAUTHENTICATED')) onLapse();
        },
      }),
      fetchExchange,
    ],
  });
}

/** The codes of everything that went wrong. */
export function codesOf(error: CombinedError | undefined): string[] {
  return (error?.graphQLErrors ?? []).map(({ extensions }) => String(extensions['code']));
}
