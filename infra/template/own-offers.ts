import { ConfigurationError } from '../../platform/process/environment.js';
import type { CapacityStatus, CapacityUnit } from '../../subgraphs/capacity/availability/capacity-codes.js';
import type { AskedHub } from '../answer/ask-hub.js';

/** An offer of the own organisation with the figure that was reported last. */
export interface OwnOffer {
  readonly key: string;
  readonly title: string;
  readonly unit: CapacityUnit;
  readonly latestReport: {
    readonly status: CapacityStatus;
    readonly available: number;
    readonly maximum: number;
    readonly waitlistCount: number | null;
    /** ISO 8601, UTC */
    readonly asOf: string;
  } | null;
}

interface Page {
  readonly offers: {
    readonly edges: readonly { readonly node: OwnOffer }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  } | null;
}

const document = `query OwnOffers($after: String) {
  offers(first: 100, after: $after) {
    edges { node { key title unit latestReport { status available maximum waitlistCount asOf } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Every offer of the asker's organisation. */
export async function findOwnOffers(hub: AskedHub): Promise<OwnOffer[]> {
  const found: OwnOffer[] = [];
  for (let after: string | null = null; ;) {
    const { data, errors }: { data: Page | null; errors: readonly { message: string }[] } = await hub.ask<Page>(
      document,
      {
        after,
      },
    );
    if (!data?.offers) throw new ConfigurationError(errors.map(({ message }) => message).join('\n'));
    found.push(...data.offers.edges.map(({ node }) => node));
    if (!data.offers.pageInfo.hasNextPage) return found;
    after = data.offers.pageInfo.endCursor;
  }
}
