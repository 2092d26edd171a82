import { useMemo } from 'react';
import { useMutation, useQuery, type CombinedError, type OperationContext, type TypedDocumentNode } from 'urql';
import type { PageOperation } from './operation.js';
import { takeStep } from './under-way.js';

/** What was asked: the answer, be it in part, what went wrong with it, and whether it is still on its way. */
export interface Asked<Data> {
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
  readonly isAsking: boolean;
  readonly askAgain: () => void;
}

export interface AskOptions {
  /** For what the hub writes down that was looked; the usual of the role without it. */
  readonly purpose?: string | undefined;
  /** Asks nothing yet. */
  readonly isPaused?: boolean;
}

/** Asks a registered query, and again when its variables change. */
export function useAnswer<Data, Variables extends object>(
  operation: PageOperation<Data, Variables>,
  variables: Variables,
  { purpose, isPaused = false }: AskOptions = {},
): Asked<Data> {
  const context = useMemo(() => contextFor(purpose), [purpose]);
  const [{ data, error, fetching }, ask] = useQuery({
    query: documentOf(operation),
    variables,
    context,
    pause: isPaused,
  });
  return { data, error, isAsking: fetching, askAgain: () => ask({ requestPolicy: 'network-only' }) };
}

/** What came of a step: its data, or what went wrong. */
export interface Step<Data> {
  readonly data: Data | undefined;
  readonly error: CombinedError | undefined;
}

/** A registered mutation, to be taken when somebody says so. */
export function useStep<Data, Variables extends object>(
  operation: PageOperation<Data, Variables>,
  purpose?: string,
): readonly [isTaking: boolean, take: (variables: Variables) => Promise<Step<Data>>] {
  const [{ fetching }, take] = useMutation(documentOf(operation));
  return [
    fetching,
    async (variables) => {
      const { data, error } = await takeStep(() => take(variables, contextFor(purpose)));
      return { data, error };
    },
  ];
}

/** How a question travels: in Dutch, and for what somebody looks. */
export function contextFor(purpose: string | undefined): Partial<OperationContext> {
  return {
    fetchOptions: { headers: { 'accept-language': 'nl', ...(purpose !== undefined && { 'x-purpose': purpose }) } },
  };
}

const documents = new Map<string, object>();

/** A document without its text: the client sends its hash instead. */
export function documentOf<Data, Variables extends object>({
  kind,
  documentId,
}: PageOperation<Data, Variables>): TypedDocumentNode<Data, Variables> {
  const known = documents.get(documentId) ?? { kind: 'Document', definitions: [], documentId, operation: kind };
  documents.set(documentId, known);
  return known as TypedDocumentNode<Data, Variables>;
}
