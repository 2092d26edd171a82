/**
 * What row level security asks of the caller, whom `withCaller` names for the length of a transaction. Where nobody is named, or a
 * role or a right is lacking, these give null, which equals nothing. Shared by all schemas.
 */
export const callerFunctions: readonly string[] = [
  `create or replace function public.hub_caller() returns jsonb language sql stable as
   $$ select nullif(current_setting('hub.caller', true), '')::jsonb $$`,
  `create or replace function public.hub_on_duty(variadic wanted text[]) returns boolean language sql stable as
   $$ select coalesce(nullif(current_setting('hub.duty', true), '') = any(wanted), false) $$`,
  `create or replace function public.hub_has_role(variadic wanted text[]) returns boolean language sql stable as
   $$ select coalesce(public.hub_caller() -> 'roles' ?| wanted, false) $$`,
  `create or replace function public.hub_region_as(variadic wanted text[]) returns text language sql stable as
   $$ select case when public.hub_has_role(variadic wanted) then public.hub_caller() ->> 'region' end $$`,
  `create or replace function public.hub_organisation_as(variadic wanted text[]) returns uuid language sql stable as
   $$ select case when public.hub_has_role(variadic wanted) then (public.hub_caller() ->> 'organisation')::uuid end $$`,
  `create or replace function public.hub_professional_as(variadic wanted text[]) returns uuid language sql stable as
   $$ select case when public.hub_has_role(variadic wanted) then (public.hub_caller() ->> 'professional')::uuid end $$`,
];

/** Lets nobody but the owner of a table see a row of it that `visible` does not hold for; without a policy to write by, nobody writes. */
export function readOnlyFor(table: string, visible: string): string[] {
  return [
    `alter table ${table} enable row level security`,
    `create policy ${table}_seen on ${table} for select using (${visible})`,
  ];
}

/** Beside `readOnlyFor`: lets rows be added that `allowed` holds for. */
export function addableFor(table: string, allowed: string): string {
  return `create policy ${table}_added on ${table} for insert with check (${allowed})`;
}

/** Beside `readOnlyFor`: lets rows be changed that `allowed` holds for, into what `after` holds for: the same, unless it is said. */
export function changeableFor(table: string, allowed: string, after = allowed): string {
  return `create policy ${table}_changed on ${table} for update using (${allowed}) with check (${after})`;
}

/** Beside `readOnlyFor`: lets rows be removed that `allowed` holds for. */
export function removableFor(table: string, allowed: string): string {
  return `create policy ${table}_removed on ${table} for delete using (${allowed})`;
}

/** Beside `readOnlyFor`: lets who holds a right do anything with any row. */
export function workedOnBy(table: string, right: string): string {
  return `create policy ${table}_worked_on on ${table} using (${right}) with check (${right})`;
}

/** Undoes `readOnlyFor` and what stands beside it. */
export function readableByAll(table: string): string[] {
  return [
    ...['seen', 'added', 'changed', 'removed', 'worked_on'].map(
      (policy) => `drop policy if exists ${table}_${policy} on ${table}`,
    ),
    `alter table ${table} disable row level security`,
  ];
}
