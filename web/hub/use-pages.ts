import { useCallback, useEffect, useState } from 'react';
import { useClient, type CombinedError } from 'urql';
import type { PageOperation } from './operation.js';
import { contextFor, documentOf } from './use-hub.js';

/** A page of a list of the hub. */
export interface Connection<Node> {
  readonly edges: readonly { readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** What was listed so far, in the order of the hub. */
export interface Listed<Node> {
  /** Nothing before the first answer, and where the hub gave no list. */
  readonly nodes: readonly Node[] | undefined;
  readonly hasMore: boolean;
  /** In how many pages they were asked for. */
  readonly pages: number;
  readonly error: CombinedError | undefined;
  readonly isAsking: boolean;
  readonly askMore: () => void;
  /** Asks anew for as many pages as are shown. */
  readonly askAgain: () => void;
}

export interface PagesOptions {
  readonly purpose?: string | undefined;
  /** How many pages are asked for at once, one after the other. */
  readonly atFirst?: number;
}

export type PageVariables = { readonly first?: number; readonly after?: string | null };

/** The hub gives a hundred at once at the most. */
export const pageSize = 100;

/** Asks a registered query for a list page by page. `listOf` must be the same function each time. */
export function usePages<Data, Variables extends PageVariables, Node>(
  operation: PageOperation<Data, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  listOf: (data: Data) => Connection<Node> | null,
  { purpose, atFirst = 1 }: PagesOptions = {},
): Listed<Node> {
  const client = useClient();
  const [pages, setPages] = useState(atFirst);
  const [turn, setTurn] = useState(0);
  const [listed, setListed] = useState<Pick<Listed<Node>, 'nodes' | 'hasMore' | 'pages' | 'error'>>(nothing);
  const [answered, setAnswered] = useState('');
  const asked = JSON.stringify([variables, purpose, pages, turn]);

  useEffect(() => {
    let isLeft = false;
    const page = async (after: string | null) => {
      const given = { ...(JSON.parse(asked) as [object])[0], first: pageSize, after };
      const { data, error } = await client.query<Data>(documentOf(operation), given, contextFor(purpose)).toPromise();
      return { list: data ? listOf(data) : null, error };
    };
    void readPages(page, pages).then((read) => {
      if (isLeft) return;
      setListed({ ...read, pages });
      setAnswered(asked);
    });
    return () => {
      isLeft = true;
    };
  }, [client, operation, listOf, purpose, pages, asked]);

  const askMore = useCallback(() => setPages((before) => before + 1), []);
  const askAgain = useCallback(() => setTurn((before) => before + 1), []);
  return { ...listed, isAsking: answered !== asked, askMore, askAgain };
}

const nothing = { nodes: undefined, hasMore: false, pages: 0, error: undefined };

interface Page<Node> {
  readonly list: Connection<Node> | null;
  readonly error: CombinedError | undefined;
}

/** Reads on until the list ends, so many pages were read, or one failed: then with what went wrong. */
async function readPages<Node>(page: (after: string | null) => Promise<Page<Node>>, most: number) {
  const nodes: Node[] = [];
  let after: string | null = null;
  for (let read = 0; read < most; read++) {
    const { list, error }: Page<Node> = await page(after);
    if (list) nodes.push(...list.edges.map(({ node }) => node));
    if (error || !list) return { nodes: read > 0 || list ? nodes : undefined, hasMore: false, error };
    if (!list.pageInfo.hasNextPage) return { nodes, hasMore: false, error };
    after = list.pageInfo.endCursor;
  }
  return { nodes, hasMore: true, error: undefined };
}
