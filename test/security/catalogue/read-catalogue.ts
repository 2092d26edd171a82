import type { Client } from 'pg';
import { storageNames } from '../../../infra/subgraphs.js';

export type Question = keyof typeof questions;

/** The names that a question finds in the catalogue of a database, asked by its owner. */
export async function found(client: Client, question: Question): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(questions[question], [storageNames]);
  return [...new Set(rows.map(({ name }) => name))].sort();
}

const ours = `n.nspname = any($1)`;
const ofClass = `pg_class c join pg_namespace n on n.oid = c.relnamespace`;
const ofFunction = `pg_proc p join pg_namespace n on n.oid = p.pronamespace`;
const loginRoles = `(select r.* from pg_roles r where r.rolname = any(select 'thuisbasis_' || s from unnest($1::text[]) s))`;

/** Each question finds faults, or what has to be explained, as rows of one column `name`; `$1` is the names of our schemas. */
const questions = {
  strongRoles: `select r.rolname as name from ${loginRoles} r where r.rolsuper or r.rolbypassrls or r.rolcreaterole or r.rolcreatedb or r.rolreplication
    or exists (select from pg_auth_members m where m.member = r.oid)`,

  owners: `select r.rolname || ' owns ' || c.relname as name from pg_class c join ${loginRoles} r on r.oid = c.relowner
    union all select r.rolname || ' owns ' || p.proname from pg_proc p join ${loginRoles} r on r.oid = p.proowner
    union all select r.rolname || ' owns ' || n.nspname from pg_namespace n join ${loginRoles} r on r.oid = n.nspowner
    union all select r.rolname || ' owns ' || d.datname from pg_database d join ${loginRoles} r on r.oid = d.datdba`,

  foreignRights: `select r.rolname || ' ' || n.nspname || '.' || c.relname as name from ${ofClass}, ${loginRoles} r
    where ${ours} and r.rolname <> 'thuisbasis_' || n.nspname and (case when c.relkind = 'S' then has_sequence_privilege(r.oid, c.oid, 'usage, select, update')
      when c.relkind in ('r','p','v','m','f') then has_table_privilege(r.oid, c.oid, 'select, insert, update, delete, truncate, references, trigger')
        or has_any_column_privilege(r.oid, c.oid, 'select, insert, update, references') end)
    union select r.rolname || ' ' || n.nspname || '.' || p.proname from ${ofFunction}, ${loginRoles} r
    where ${ours} and r.rolname <> 'thuisbasis_' || n.nspname and has_schema_privilege(r.oid, n.oid, 'usage') and p.prosecdef
      and p.prorettype <> 'trigger'::regtype and has_function_privilege(r.oid, p.oid, 'execute')`,

  tablesThatStandOpen: `select n.nspname || '.' || c.relname as name from ${ofClass} where ${ours} and c.relkind in ('r','p') and not c.relrowsecurity`,

  tables: `select n.nspname || '.' || c.relname as name from ${ofClass} where ${ours} and c.relkind in ('r','p')`,

  idlePolicies: `select n.nspname || '.' || c.relname as name from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and not c.relrowsecurity`,

  policiesForAll: `select n.nspname || '.' || c.relname || ' ' || p.polname as name
    from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
    where ${ours} and p.polpermissive and 'true' in (pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid))`,

  withoutReaders: `select n.nspname || '.' || c.relname as name from ${ofClass} where ${ours} and c.relrowsecurity
    and has_table_privilege('thuisbasis_' || n.nspname, c.oid, 'select')
    and not exists (select from pg_policy p where p.polrelid = c.oid and p.polcmd in ('r','*'))`,

  powersBeyondRows: `select n.nspname || '.' || c.relname as name from ${ofClass}, ${loginRoles} r
    where ${ours} and c.relkind in ('r','p') and has_table_privilege(r.oid, c.oid, 'truncate, references, trigger')`,

  viewsOfOwners: `select n.nspname || '.' || c.relname as name from ${ofClass} where ${ours} and c.relkind in ('v','m')
    and not coalesce('security_invoker=true' = any(c.reloptions), false)`,

  viewsWithoutBarrier: `select n.nspname || '.' || c.relname as name from ${ofClass} where ${ours} and c.relkind in ('v','m')
    and not coalesce(c.reloptions && array['security_invoker=true', 'security_barrier=true'], false)`,

  ownersFunctions: `select n.nspname || '.' || p.proname as name from ${ofFunction} where (${ours} or n.nspname = 'public') and p.prosecdef`,

  unpinnedFunctions: `select n.nspname || '.' || p.proname as name from ${ofFunction} where (${ours} or n.nspname = 'public') and p.prosecdef
    and not exists (select from unnest(p.proconfig) setting where setting ~ ('^search_path=' || n.nspname || ', (public, )?pg_temp$'))`,

  functionsForAll: `select n.nspname || '.' || p.proname as name from ${ofFunction} where (${ours} or n.nspname = 'public') and p.prosecdef
    and p.prorettype <> 'trigger'::regtype and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a where a.grantee = 0)`,

  bareSettings: `select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where (${ours} or n.nspname = 'public') and p.prosrc ~* 'current_setting' and p.prosrc !~* 'nullif\\(\\s*current_setting\\([^)]*true\\s*\\)\\s*,'
    union all select p.polname from pg_policy p join pg_class c on c.oid = p.polrelid join pg_namespace n on n.oid = c.relnamespace
      where ${ours} and (pg_get_expr(p.polqual, p.polrelid) ~* 'current_setting' or pg_get_expr(p.polwithcheck, p.polrelid) ~* 'current_setting')`,

  rightsOfAll: `select n.nspname || '.' || c.relname as name from ${ofClass}, aclexplode(c.relacl) a where ${ours} and a.grantee = 0
    union all select n.nspname || '.' || c.relname || '.' || t.attname from pg_attribute t join pg_class c on c.oid = t.attrelid
      join pg_namespace n on n.oid = c.relnamespace, aclexplode(t.attacl) a where ${ours} and a.grantee = 0
    union all select n.nspname from pg_namespace n, aclexplode(n.nspacl) a
      where a.grantee = 0 and (${ours} or (n.nspname = 'public' and a.privilege_type = 'CREATE'))
    union all select 'later in ' || n.nspname from pg_default_acl d join pg_namespace n on n.oid = d.defaclnamespace, aclexplode(d.defaclacl) a
      where ${ours} and a.grantee = 0`,
} as const;
