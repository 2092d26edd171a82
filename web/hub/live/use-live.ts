import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react';
import { CombinedError } from 'urql';
import type { PageOperation } from '../operation.js';
import { useAnswer, type Asked, type AskOptions } from '../use-hub.js';
import type { LiveConnection, LiveState } from './connection.js';
import type { Told } from './read-stream.js';

export const LiveContext = createContext<LiveConnection | null>(null);

/** The stream of this tab. */
export function useConnection(): LiveConnection {
  const connection = use(LiveContext);
  if (!connection) throw new Error('there is no connection here');
  return connection;
}

/** Whether what stands on the page is as it is now. */
export function useLiveState(): LiveState {
  const { watch, state } = useConnection();
  return useSyncExternalStore(watch, state);
}

/** What the stream told after an answer. */
interface ToldAfter<Data> {
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
  readonly after: Data | undefined;
}

export interface LiveOptions<Data> extends AskOptions {
  /** Whether something may still happen to an answer: what cannot change is not followed. */
  readonly canChange?: (data: Data) => boolean;
}

const always = (): boolean => true;

/**
 * Asks a registered query like `useAnswer`, and keeps its answer up to date: the stream begins behind each answer that was asked for, so
 * that the last word is always that of the hub as it is now.
 */
export function useLiveAnswer<Data, Variables extends object>(
  operation: PageOperation<Data, Variables>,
  variables: Variables,
  options: LiveOptions<Data> = {},
): Asked<Data> {
  const connection = useConnection();
  const asked = useAnswer(operation, variables, options);
  const [told, setTold] = useState<ToldAfter<Data> | null>(null);
  const { data, isAsking } = asked;
  const { documentId } = operation;
  const { purpose, isPaused = false, canChange = always } = options;
  const isReady = !isPaused && !isAsking && data !== undefined && canChange(data);
  const sent = JSON.stringify(variables);
  useEffect(() => {
    if (!isReady) return undefined;
    return connection.add({ documentId, variables: JSON.parse(sent) as object, purpose }, (payload) =>
      setTold({ ...answerIn<Data>(payload), after: data }),
    );
  }, [connection, documentId, sent, purpose, isReady, data]);
  return told && told.after === data ? { ...asked, data: told.data, error: told.error } : asked;
}

function answerIn<Data>({ data, errors = [] }: Told['payload']): Omit<ToldAfter<Data>, 'after'> {
  const error = errors.length === 0 ? undefined : new CombinedError({ graphQLErrors: [...errors] });
  return { data: (data ?? undefined) as Data | undefined, error };
}
