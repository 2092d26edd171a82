/** A referral that waits for the answer to its hold. */
const unanswered = `r.hold_id = new.hold_id and r.accepted_at is null and r.declined_at is null and r.withdrawn_at is null
        and r.expires_at > new.changed_at`;

/**
 * A referral that names a hold is answered by the answer to the hold, and a placement goes with its hold: care that began makes it
 * started, a place that was given back cancels it. Care that is known to have started here is not undone by a hold that lapsed meanwhile:
 * capacity hears of it and takes the hold up again. Told twice, it changes nothing.
 */
const follow = `
  create function follow_hold() returns trigger language plpgsql set search_path = cases, public, pg_temp as $$
  begin
    if new.state in ('ACTIVE','CONVERTED') then
      update referral r set accepted_at = greatest(new.changed_at, r.made_at) where ${unanswered};
    elsif new.state = 'REFUSED' then
      update referral r set declined_at = greatest(new.changed_at, r.made_at), decline_reason = new.refusal_code where ${unanswered};
    end if;
    if new.state in ('CONVERTED','ENDED') then
      update placement p set status = 'STARTED', started_at = greatest(new.converted_at, p.allocated_at), version = version + 1,
        is_secondary = p.is_secondary or exists (select from placement main
          where main.case_id = p.case_id and not main.is_secondary and main.status in ('STARTED','PAUSED'))
      where p.hold_id = new.hold_id and p.status = 'ALLOCATED';
    end if;
    if new.state = 'ENDED' then
      update placement p set status = 'ENDED', ended_at = greatest(new.changed_at, p.started_at), version = version + 1
      where p.hold_id = new.hold_id and p.status in ('STARTED','PAUSED');
    elsif new.state in ('REFUSED','RELEASED','EXPIRED') then
      update placement p set status = 'CANCELLED', ended_at = new.changed_at, version = version + 1
      where p.hold_id = new.hold_id and p.status = 'ALLOCATED';
    end if;
    return null;
  end $$`;

export const followHold: readonly string[] = [
  follow,
  'create trigger hold_told after insert or update on known_hold for each row execute function follow_hold()',
];
