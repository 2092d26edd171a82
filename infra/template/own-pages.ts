import { ConfigurationError } from '../../platform/process/environment.js';
import type { AskedHub } from '../answer/ask-hub.js';

/** One page of a list. */
export interface Page<T> {
  readonly edges: readonly { readonly node: T }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Everything of a list, page after page. */
export async function allOf<T>(pageAfter: (after: string | null) => Promise<Page<T>>): Promise<T[]> {
  const found: T[] = [];
  for (let after: string | null = null; ;) {
    const page: Page<T> = await pageAfter(after);
    found.push(...page.edges.map(({ node }) => node));
    if (!page.pageInfo.hasNextPage) return found;
    after = page.pageInfo.endCursor;
  }
}

/** The same for who asks a hub from elsewhere; `document` asks for `field` after `$after`. */
export function findAllPages<T>(hub: AskedHub, field: string, document: string): Promise<T[]> {
  return allOf(async (after) => {
    const { data, errors } = await hub.ask<Readonly<Record<string, Page<T> | null>>>(document, { after });
    const page = data?.[field];
    if (!page) throw new ConfigurationError(errors.map(({ message }) => message).join('\n'));
    return page;
  });
}
