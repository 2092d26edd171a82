import type { Consumer } from '../../../platform/outbox/consumer.js';

/** Deployments as they stand now, each with the newest event of it: what comes twice, or after what is newer, changes nothing. */
const deployments = `
  select jsonb_agg(jsonb_build_object('deploymentId', d.id, 'caseId', k.case_id, 'fromOn', d.from_on, 'toOn', d.to_on, 'endedOn', d.ended_on,
    'purpose', d.purpose, 'endReason', d.end_reason, 'placedAt', d.placed_at, 'endedAt', d.ended_at, 'version', told.version)) as known
  from (select (data ->> 'deploymentId')::uuid as id, max(id) as version from jsonb_to_recordset($1::jsonb) as t (id bigint, data jsonb) group by 1) told
  join deployment d on d.id = told.id join deployment_case k on k.deployment_id = d.id`;

/** Tells cases of the duos that are out for its cases, through the only function there that people may call. */
export const tellCases: Consumer = async (tx, events) => {
  const told = events.filter(({ kind }) => kind.startsWith('deployment.')).map(({ id, data }) => ({ id, data }));
  if (told.length > 0)
    await tx.query(`select cases.receive_deployments(d.known) from (${deployments}) d where d.known is not null`, [
      JSON.stringify(told),
    ]);
};
