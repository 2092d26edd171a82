import { toCapacityConfig } from '../../../subgraphs/capacity/config.js';
import { openCapacity } from '../../../subgraphs/capacity/server.js';
import { openSecuredCapacity } from '../../builders/databases/secured-capacity.js';
import { idOf } from '../../builders/rows/case.js';
import { otherProviderId, providerId } from '../../builders/rows/hold.js';
import { anOffer } from '../../builders/rows/offer.js';
import { askersOf, twoOwners, type LayeredDatabase, type LayeredSubgraph, type SeenRows } from './layered.js';

/** What the rows of `openSecuredCapacity` tell which they are, and what stands open beside them: notes, and where a secret place is. */
const told = [
  'update hold_ending set refusal_note = right(hold_id::text, 4)',
  `update notice_address set address = case subject when 'care-broker' then '0001@example.nl' else '0002@example.nl' end`,
  `update outbox set position = id, data = jsonb_build_object('holdId', '${idOf(1).slice(0, -1)}' || right(event_id::text, 1))
   where kind = 'hold.requested'`,
  `update outbox set position = id where kind <> 'hold.requested'`,
  `update offer set place_features = '{SECRET_LOCATION}'`,
  `insert into saved_search (id, subject, case_id, municipality_code, need, ends_at)
   select id::uuid, subject, case_id::uuid, '0995', '{"rungs": [], "birth_year": 2014}', hub_now() + interval '1 day'
   from (values ('${idOf(1)}', 'care-broker', null), ('${idOf(2)}', 'somebody else', null), ('${idOf(3)}', 'care-broker', '${idOf(2)}'))
     as s (id, subject, case_id)`,
  `insert into closure (offer_id, reason, note, closed_at) select id, 'OTHER', '00' || right(id::text, 2), hub_now() from offer`,
];

async function open(): Promise<LayeredDatabase> {
  const database = await openSecuredCapacity({ poolSize: 1 });
  for (const statement of told) await database.owner.query(statement);
  return { ...database, openOver: (db) => openCapacity(db, toCapacityConfig({})) };
}

const everyHold = (asked: string): string =>
  `{ ${[1, 2, 3].map((n) => `h${n}: hold(id: "${idOf(n)}") { ${asked} }`).join(' ')} }`;
const everyWaitlist = (asked: string): string =>
  `{ ${[1, 2].map((n) => `w${n}: waitlist(offerId: "${anOffer(n).id}") { edges { node { ${asked} } } }`).join(' ')} }`;
const list = (operation: string, asked = 'id'): string => `{ ${operation} { edges { node { ${asked} } } } }`;

const ofCase: SeenRows = { broker: [1, 3], 'broker of another region': [2], owner: [1, 2] };
const atProvider = (own: readonly number[], others: readonly number[]): SeenRows => ({
  ...{ planner: own, 'planner of another provider': others, 'system of a provider': others },
});
const everyOffer = [10, 20];

export const layeredCapacity: LayeredSubgraph = {
  name: 'capacity',
  askers: askersOf({ owners: twoOwners, providers: [providerId, otherProviderId] }),
  subjects: [
    {
      ...{ what: 'holds', table: 'hold', key: null },
      document: list('holds'),
      seen: { ...ofCase, ...atProvider([1, 2], [3]) },
    },
    {
      ...{ what: 'for which case a hold is', table: 'hold_case', key: 'case_id' },
      document: list('holds', 'case { id }'),
      seen: ofCase,
    },
    {
      ...{ what: 'why a hold was refused', table: 'hold_ending', key: 'hold_id' },
      document: everyHold('refusal { id: note }'),
      seen: { ...ofCase, ...atProvider([1, 2], [3]) },
    },
    {
      ...{ what: 'entries of waiting lists', table: 'waitlist_entry', key: null },
      document: everyWaitlist('id'),
      seen: { ...ofCase, ...atProvider([1, 2], [3]) },
    },
    {
      ...{ what: 'which case waits', table: 'waitlist_case', key: 'case_id' },
      document: everyWaitlist('case { id }'),
      seen: ofCase,
    },
    {
      ...{ what: 'offers', table: 'offer', key: null },
      document: list('offers'),
      seen: {
        ...{ broker: everyOffer, 'broker of another region': everyOffer, member: everyOffer },
        ...{ owner: everyOffer, 'another owner': everyOffer },
        ...atProvider([10], [20]),
      },
    },
    {
      ...{ what: 'internal notes of offers', table: 'closure', key: null },
      document: list('offers', 'closure { id: note }'),
      seen: atProvider([10], [20]),
    },
    {
      ...{ what: 'sites of secret places', table: 'site', key: null },
      document: list('offers', 'site { id }'),
      seen: atProvider([10], [20]),
    },
    {
      ...{ what: 'what was heard of a figure', table: 'dispute', key: 'id' },
      document: list('disputes'),
      seen: atProvider([1], [2]),
      alsoInDatabase: { broker: [1], 'broker of another region': [2] },
    },
    {
      ...{ what: 'what somebody is told', table: 'notice', key: 'id' },
      document: list('notices'),
      seen: {
        ...{ broker: [1], 'broker of another region': [2], planner: [11], 'planner of another provider': [12] },
        ...{ owner: [21], officer: [22] },
      },
    },
    {
      ...{ what: 'searches that somebody keeps', table: 'saved_search', key: 'id' },
      document: '{ savedSearches { id } }',
      seen: { broker: [1], 'broker of another region': [2] },
    },
    {
      ...{ what: 'addresses for mail', table: 'notice_address', key: 'address' },
      document: '{ noticeAddress { id: address } }',
      seen: { broker: [1], 'broker of another region': [2] },
    },
    {
      ...{ what: 'subscriptions of partners', table: 'event_subscription', key: 'id' },
      document: list('eventSubscriptions'),
      seen: atProvider([1], [2]),
    },
    {
      ...{ what: 'what happened', table: 'outbox', key: 'event_id' },
      document: list('changesSince'),
      seen: {
        ...{ broker: [1, 2, 11], 'broker of another region': [1, 2, 12], owner: [11, 12] },
        ...atProvider([1, 11], [2, 12]),
      },
      alsoInDatabase: { broker: [12], 'broker of another region': [11], 'another owner': [11, 12] },
    },
  ],
  open,
};
