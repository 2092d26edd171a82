import type { CapacityStatus, CapacityUnit } from '../../subgraphs/capacity/availability/capacity-codes.js';
import type { AskedHub } from '../answer/ask-hub.js';
import { findAllPages } from './own-pages.js';

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

const document = `query OwnOffers($after: String) {
  offers(first: 100, after: $after) {
    edges { node { key title unit latestReport { status available maximum waitlistCount asOf } } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Every offer of the asker's organisation. */
export function findOwnOffers(hub: AskedHub): Promise<OwnOffer[]> {
  return findAllPages(hub, 'offers', document);
}
