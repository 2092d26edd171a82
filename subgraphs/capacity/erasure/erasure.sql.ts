/** What asks for an answer or keeps a place at this moment: not what lapsed, nor care that has started. */
const live = (hold: string): string => `capacity.hold_state(${hold}, hub_now()) in ('REQUESTED','ACTIVE')`;

const asOwner = 'language plpgsql security definer set search_path = capacity, public, pg_temp';

/** How many holds of a case are live: as long as there is one, somebody works on the case. */
const liveHolds = `
  create or replace function capacity.live_holds(subject uuid) returns bigint ${asOwner} as $$
  begin
    return (select count(*) from hold h join hold_case k on k.hold_id = h.id where k.case_id = subject and ${live('h')});
  end $$`;

/** The publisher of events waits meanwhile: none is under way that would write a notice later. */
const holdPublisher = `perform pg_advisory_xact_lock(hashtext('outbox'), hashtext('capacity'))`;

/** Takes a case from holds and waiting lists, and tells their providers: what was live is free for the next in line. */
const forgetCase = `
  create or replace function capacity.forget_case(subject uuid) returns jsonb ${asOwner} as $$
  begin
    ${holdPublisher};
    -- whoever takes a place for it at this moment comes first, and is ended with the others
    perform from case_projection where id = subject for update;

    with ended as (
      update hold h set ended_at = hub_now(), ended_as = 'RELEASED'
      from hold_case k where k.hold_id = h.id and k.case_id = subject and ${live('h')} returning h.id, h.offer_id, k.region
    )
    insert into outbox (kind, organisation_id, region, data)
    select 'hold.released', o.organisation_id, e.region, jsonb_build_object('holdId', e.id, 'offerId', e.offer_id)
    from ended e join offer o on o.id = e.offer_id;

    insert into outbox (kind, organisation_id, region, data)
    select 'waitlist.left', o.organisation_id, k.region, jsonb_build_object('entryId', w.id, 'offerId', w.offer_id)
    from waitlist_case k join waitlist_entry w on w.id = k.entry_id join offer o on o.id = w.offer_id where k.case_id = subject and w.state in ('WAITING','OFFERED');

    return remove_subject(subject);
  end $$`;

/** For the owner alone: what may be forgotten is decided by cases, which removed it before. */
export const capacityErasure: readonly string[] = [
  liveHolds,
  forgetCase,
  'revoke all on function capacity.live_holds(uuid), capacity.forget_case(uuid) from public',
];
