import type { Consumer, OutboxEvent } from '../../../platform/outbox/consumer.js';

/** Tells another part of some events, through a function there that cases may call for it; what comes twice changes nothing there. */
function tellThrough(
  door: string,
  isTold: (event: OutboxEvent) => boolean,
  tell: (event: OutboxEvent) => object,
): Consumer {
  return async (tx, events) => {
    const told = events.filter(isTold).map(tell);
    if (told.length > 0) await tx.query(`select ${door}($1::jsonb)`, [JSON.stringify(told)]);
  };
}

const isCase = ({ kind }: OutboxEvent): boolean => kind === 'case.changed';
const versioned = ({ id, data }: OutboxEvent): object => ({ ...data, version: id });

/** Where the child lives is for people, which counts duos by it: capacity has no use for it and is not told. */
const withoutPlace = (event: OutboxEvent): object =>
  Object.fromEntries(Object.entries(versioned(event)).filter(([name]) => name !== 'municipalityCode'));

export const tellCapacity = tellThrough('capacity.receive_cases', isCase, withoutPlace);
export const tellPeople = tellThrough('people.receive_cases', isCase, versioned);

/** Of a placement that came of a hold, the hold is capacity's. */
export const tellOfPlacements = tellThrough(
  'capacity.receive_placements',
  ({ kind, data }) => kind.startsWith('placement.') && 'holdId' in data,
  versioned,
);

/** What comes before a provider, and what is taken back: capacity tells its systems and planners, by the identifier of the referral alone. */
export const tellOfReferrals = tellThrough(
  'capacity.receive_referrals',
  ({ kind }) => kind === 'referral.made' || kind === 'referral.withdrawn',
  ({ eventId, kind, organisationId, region, occurredAt, data }) => ({
    ...{ eventId, kind, organisationId, region, occurredAt },
    referralId: data['referralId'],
  }),
);

/** Capacity tells the people who must hear of it. */
export const tellOfBreakGlass = tellThrough(
  'capacity.receive_break_glasses',
  ({ kind }) => kind === 'break-glass.opened',
  ({ eventId, occurredAt, data }) => ({ ...data, eventId, occurredAt }),
);

/** Who gets a case hears of it. */
export const tellOfHandOvers = tellThrough(
  'capacity.receive_hand_overs',
  ({ kind }) => kind === 'case.handed-over',
  ({ eventId, occurredAt, data }) => ({ ...data, eventId, occurredAt }),
);
