/** What a subgraph knows of a case, told by cases through its outbox: enough to see whose it is, nothing of the child. */
export const caseProjection = `
  create table case_projection (
    id uuid primary key,
    owner_organisation_id uuid,
    region text not null,
    status text not null check (status in ('OPEN','CLOSED')),
    is_restricted boolean not null,
    version bigint not null
  )`;

/** The one thing that cases may do in a schema: tell of its cases. What it told before is not told again, nor overtaken by what is older. */
export function receiveCases(schema: string): readonly string[] {
  return [
    `create function receive_cases(events jsonb) returns void
  language sql security definer set search_path = ${schema}, pg_temp
  as $$
    insert into case_projection as known (id, owner_organisation_id, region, status, is_restricted, version)
    select distinct on ("caseId") "caseId", "ownerOrganisationId", region, status, "isRestricted", version
    from jsonb_to_recordset(events) as e (version bigint, "caseId" uuid, "ownerOrganisationId" uuid, region text, status text, "isRestricted" boolean)
    order by "caseId", version desc
    on conflict (id) do update set owner_organisation_id = excluded.owner_organisation_id, region = excluded.region, status = excluded.status,
      is_restricted = excluded.is_restricted, version = excluded.version
    where known.version < excluded.version
  $$`,
    'revoke all on function receive_cases(jsonb) from public',
    `grant usage on schema ${schema} to thuisbasis_cases`,
    'grant execute on function receive_cases(jsonb) to thuisbasis_cases',
  ];
}

/** Undoes `receiveCases`. */
export function receiveNoCases(schema: string): readonly string[] {
  return ['drop function receive_cases(jsonb)', `revoke usage on schema ${schema} from thuisbasis_cases`];
}
