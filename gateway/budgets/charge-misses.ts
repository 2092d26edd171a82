import type { ApolloServerPlugin } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { RequestContext } from '../federation/request-context.js';

/** Whoever names what is not there guesses: such an identifier counts as this many. What is foreign counts alike. */
const missWeight = 10;

/** Charges identifiers that led to nothing once more, beside the answer: nothing in it, nor when it comes, says so. */
export const chargeMisses: ApolloServerPlugin<RequestContext> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response: { body }, contextValue: { meter } }) => {
        const misses = body.kind === 'single' ? (body.singleResult.errors ?? []).filter(isMiss).length : 0;
        if (misses > 0) void meter?.note({ objects: misses * (missWeight - 1) });
        return Promise.resolve();
      },
    }),
};

function isMiss({ extensions }: GraphQLFormattedError): boolean {
  return extensions?.['code'] === 'NOT_FOUND';
}
