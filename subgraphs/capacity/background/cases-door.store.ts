import type { Consumer } from '../../../platform/outbox/consumer.js';

/** Holds as they stand now, each with the newest event of it: what comes twice, or after what is newer, changes nothing. */
const holds = `
  select jsonb_agg(jsonb_build_object('holdId', h.id, 'caseId', k.case_id, 'organisationId', o.organisation_id, 'offerId', h.offer_id,
    'rung', coalesce(o.home_rung, o.rung), 'state', s.state, 'expiresAt', h.expires_at, 'convertedAt', h.converted_at,
    'changedAt', case when s.state = 'EXPIRED' then coalesce(h.ended_at, h.expires_at, h.answer_due_at)
      else coalesce(h.ended_at, h.converted_at, h.accepted_at, h.created_at) end,
    'refusalCode', e.refusal_code, 'version', told.version))
  from (select (data ->> 'holdId')::uuid as hold_id, max(id) as version from jsonb_to_recordset($1::jsonb) as t (id bigint, data jsonb) group by 1) told
  join hold h on h.id = told.hold_id join hold_case k on k.hold_id = h.id join offer o on o.id = h.offer_id
  left join hold_ending e on e.hold_id = h.id cross join lateral (select hold_state(h, hub_now()) as state) s`;

/** Tells cases of offers and of the holds of its cases, through the only functions there that capacity may call. */
export const tellCases: Consumer = async (tx, events) => {
  const offers = events.filter(({ kind }) => kind === 'offer.known').map(({ id, data }) => ({ ...data, version: id }));
  if (offers.length > 0) await tx.query('select cases.receive_offers($1::jsonb)', [JSON.stringify(offers)]);
  const ofHolds = events.filter(({ kind }) => kind.startsWith('hold.')).map(({ id, data }) => ({ id, data }));
  if (ofHolds.length > 0)
    await tx.query(
      `select cases.receive_holds(known.holds) from (${holds}) as known (holds) where known.holds is not null`,
      [JSON.stringify(ofHolds)],
    );
};
