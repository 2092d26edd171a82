import type { Consumer } from '../../../platform/outbox/consumer.js';

/** What happened to questions, each with the organisations that take part in the team that had it then. */
const requests = `
  select jsonb_agg(jsonb_build_object('eventId', t."eventId", 'kind', t.kind, 'region', t.region, 'requestId', t.data ->> 'requestId',
    'organisationIds', (select coalesce(jsonb_agg(distinct p.organisation_id), '[]') from team_participation p where p.team_id = (t.data ->> 'teamId')::uuid),
    'occurredAt', t."occurredAt")) as told
  from jsonb_to_recordset($1::jsonb) as t ("eventId" uuid, kind text, region text, data jsonb, "occurredAt" timestamptz)`;

/** Has capacity tell planners and brokers of questions to the network, through the only function there that people may call. */
export const tellOfRequests: Consumer = async (tx, events) => {
  const told = events.filter(({ kind }) => kind.startsWith('network-request.'));
  if (told.length > 0)
    await tx.query(`select capacity.receive_network_requests(r.told) from (${requests}) r`, [JSON.stringify(told)]);
};
