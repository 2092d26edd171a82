import { hasRole, type Caller } from '../platform/identity/caller.js';
import { capacityStatusCodes } from '../vocabulary/codes/exchange-terms.js';
import type { Municipality, OfferNode, OrganisationNode } from './export-offers.js';
import { stableId } from './stable-id.js';

/** What the hub knows of an offer and may tell as it is. */
const told = [
  'id',
  'title',
  'description',
  'rung',
  'category',
  'ageMin',
  'ageMax',
  'sex',
  'targetGroups',
  'exclusions',
  'legalFrameworks',
  'timeWindows',
  'placeFeatures',
  'languages',
  'unit',
  'workingArea',
  'closure',
] as const;

/** What may be told of an offer, in whatever standard. */
export interface PublicOffer extends Pick<OfferNode, (typeof told)[number]> {
  readonly organisation: OrganisationNode;
  /** The provider's own key, in its own export only: it is the key of its own system. */
  readonly ownKey: string | null;
  readonly isRetired: boolean;
  readonly lastChangedAt: string;
  readonly place: PublicPlace | null;
  /** What is free; null when nothing is known now. */
  readonly figure: PublicFigure | null;
}

export interface PublicPlace {
  readonly id: string;
  readonly name: string;
  /** Where it is; null when that is secret. */
  readonly area: PublicArea | null;
}

export interface PublicArea {
  readonly establishmentNumber: string | null;
  readonly postcode4: string;
  readonly municipality: Municipality;
}

export interface PublicFigure {
  readonly status: keyof typeof capacityStatusCodes;
  readonly available: number;
  readonly maximum: number;
  readonly asOf: string;
  readonly nextAvailableOn: string | null;
  readonly waitlistCount: number | null;
  readonly waitEstimateDays: number | null;
}

/** What may be told to a caller of an offer; null when it is not known whose offer it is. */
export function toPublicOffer(node: OfferNode, caller: Caller): PublicOffer | null {
  const { organisation, key, changedAt, retiredAt, availability, latestReport } = node;
  if (!organisation) return null;
  const isOwn = isOwnOffer(organisation, caller);
  return {
    ...asItIs(node),
    organisation,
    ownKey: isOwn ? key : null,
    isRetired: retiredAt !== null,
    lastChangedAt: [changedAt, latestReport?.receivedAt ?? changedAt].sort().at(-1) ?? changedAt,
    place: toPlace(node),
    figure: isOwn ? toFigure(latestReport, latestReport?.asOf) : toFigure(availability, availability?.freshness.asOf),
  };
}

function asItIs(node: OfferNode): Pick<OfferNode, (typeof told)[number]> {
  return Object.fromEntries(told.map((field) => [field, node[field]])) as never;
}

/** A provider gets its own figures as it gave them, so that its system can compare; others get what is free after what is held. */
function isOwnOffer({ id }: OrganisationNode, caller: Caller): boolean {
  return hasRole(caller, 'provider-planner', 'provider-system') && caller.organisationId === id;
}

/** A place that must stay secret has no name and no area, and an identifier that leads to no other offer of the same site. */
function toPlace({ id, site, placeFeatures }: OfferNode): PublicPlace | null {
  if (placeFeatures.includes('SECRET_LOCATION'))
    return { id: stableId('secret-place', id), name: 'geheime locatie', area: null };
  if (!site) return null;
  const { establishmentNumber, postcode4, municipality } = site;
  return { id: site.id, name: site.name, area: { establishmentNumber, postcode4, municipality } };
}

function toFigure(
  given: OfferNode['availability'] | OfferNode['latestReport'],
  asOf: string | null | undefined,
): PublicFigure | null {
  if (!given || asOf == null) return null;
  const { status, available, maximum, nextAvailableOn, waitlistCount, waitEstimateDays } = given;
  if (!isKnownStatus(status) || available === null || maximum === null) return null;
  return { status, available, maximum, asOf, nextAvailableOn, waitlistCount, waitEstimateDays };
}

function isKnownStatus(status: string): status is PublicFigure['status'] {
  return Object.hasOwn(capacityStatusCodes, status);
}
