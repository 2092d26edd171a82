/** Takes a case from the duos that went or go to its family: what runs ends with it, so that the hours of both are free again. */
const forgetCase = `
  create or replace function people.forget_case(subject uuid) returns jsonb
  language plpgsql security definer set search_path = people, public, pg_temp as $$
  declare running uuid;
  begin
    for running in
      select d.id from deployment d join deployment_case k on k.deployment_id = d.id
      where k.case_id = subject and d.ended_on is null and d.to_on > today() order by d.id for update of d
    loop
      update deployment set ended_on = greatest(today(), from_on - 1), end_reason = 'HANDED_OVER', version = version + 1 where id = running;
      update deployment_hours set to_on = greatest(today(), from_on - 1) where deployment_id = running and to_on > today();
    end loop;
    return remove_subject(subject);
  end $$`;

/** For the owner alone: what may be forgotten is decided by cases, which removed it before. */
export const peopleErasure: readonly string[] = [
  forgetCase,
  'revoke all on function people.forget_case(uuid) from public',
];
