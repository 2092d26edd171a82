import { useEffect, useRef } from 'react';
import type { PageOperation } from '../operation.js';
import {
  pageSize,
  usePages,
  type Connection,
  type Listed,
  type PagesOptions,
  type PageVariables,
} from '../use-pages.js';
import { useConnection } from './use-live.js';

/**
 * Lists like `usePages`, and asks anew for all that is shown when the hub tells of another first page: what is new comes in there, and what
 * goes makes room.
 */
export function useLivePages<Data, Variables extends PageVariables, Node>(
  operation: PageOperation<Data, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  listOf: (data: Data) => Connection<Node> | null,
  options: PagesOptions = {},
): Listed<Node> {
  const connection = useConnection();
  const listed = usePages(operation, variables, listOf, options);
  const { nodes, askAgain } = listed;
  const { documentId } = operation;
  const { purpose } = options;
  const isListed = nodes !== undefined;
  const sent = JSON.stringify({ ...variables, first: pageSize, after: null });
  const shown = useRef(nodes);
  useEffect(() => {
    shown.current = nodes;
  }, [nodes]);
  useEffect(() => {
    if (!isListed) return undefined;
    return connection.add({ documentId, variables: JSON.parse(sent) as object, purpose }, ({ data }) => {
      const list = data ? listOf(data as Data) : null;
      if (list && !isShown(list, shown.current ?? [])) askAgain();
    });
  }, [connection, documentId, sent, purpose, listOf, isListed, askAgain]);
  return listed;
}

function isShown<Node>({ edges }: Connection<Node>, shown: readonly Node[]): boolean {
  const first = edges.map(({ node }) => node);
  return JSON.stringify(first) === JSON.stringify(shown.slice(0, pageSize));
}
