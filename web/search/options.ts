import type { ReactNode } from 'react';
import type { CombinedError } from 'urql';
import type { NeedOptionsData } from '../generated/operations.js';

/** What a search found; that of a case has the same shape. */
export type Options = NonNullable<NeedOptionsData['options']>;
export type Option = Options['edges'][number];
export type Offer = Option['node'];
export type Availability = NonNullable<Offer['availability']>;

/** For which case a place can be held, and why somebody looks at it. */
export interface HoldFor {
  readonly caseId: string;
  readonly purpose: string | undefined;
  /** Told when somebody begins to hold a place: what is worked on does not leave the window. */
  readonly onBegun?: () => void;
  /** Told once a place is held. */
  readonly onHeld: () => void;
  /** Told when the hub refused it, or a hold is over: what was found is out of date. */
  readonly onChanged: (refusal?: Refusal) => void;
}

/** What stands of an offer for a case beside places that are held, and what can be done next; `onBegun` is told when somebody begins. */
export interface BesideHold {
  readonly standing: (offer: Offer) => ReactNode;
  readonly steps: (offer: Offer, onBegun: () => void) => ReactNode;
}

/** What the hub said of a place that it does not hold. */
export interface Refusal {
  readonly offerId: string;
  readonly title: string;
  readonly error: CombinedError;
}

/** Whether a figure is too old to go by: then the provider is called first. */
export function isStale(offer: Offer): boolean {
  const state = offer.availability?.freshness.state;
  return state === undefined || state === 'STALE' || state === 'UNKNOWN';
}
