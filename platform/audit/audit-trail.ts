import type { EntityManager } from 'typeorm';
import type { Caller } from '../identity/caller.js';
import { isMachineRole } from '../identity/scopes.js';
import { storableCaller } from '../identity/storable-caller.js';

/** Who writes: a subgraph, under the rights that it holds to. */
export interface AuditSource {
  readonly id: string;
  /** The version of these rights (`policyVersion`). */
  readonly protocol: string;
}

/** What was done, as NEN 7513 has it: made, read, changed, removed, or carried out. */
export type AuditAction = 'C' | 'R' | 'U' | 'D' | 'E';

/** On what an access rested besides rights and relation, where it did. */
export interface Grounds {
  /** Whether consent that was needed is there; left out where none was needed. */
  readonly hasConsent?: boolean;
  /** Which consent, or which ground without one. */
  readonly consentProfile?: string;
  readonly isBreakGlass?: boolean;
  /** The user on whose behalf it was, where that is another than the one who did it. */
  readonly responsibleUserId?: string;
}

/** What one request did with data about people. Holds identifiers, never contents. */
export interface AuditTrail {
  /** Notes what was read. */
  read(objectType: string, ids: readonly string[], grounds?: Grounds): void;
  /** Notes what a page of a list tells. */
  readNodes(objectType: string, page: NodePage): void;
  /** Notes what somebody who asked for a list was told: its page, or that there was nothing. */
  found(objectType: string, page: NodePage): void;
  /** Notes that somebody looked and found nothing; a system that asks again and again looks at nobody. */
  foundNothing(): void;
  /** Notes what was asked for by its identifier and is not there, or not the caller's to see. */
  refused(objectType: string, ids: readonly string[], grounds?: Grounds): void;
  /** Notes a search that was for nothing in particular. */
  searched(): void;
  /** Notes anything else that was done, or refused. */
  note(access: NotedAccess): void;
  /** Writes what was noted, in the transaction of the access: when that fails, nothing may be told. */
  write(tx: EntityManager): Promise<void>;
  /** Writes, after a failure that undid all, that this was tried and nothing of it was told. */
  writeAttempt(tx: EntityManager): Promise<void>;
}

interface NodePage {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}

export interface NotedAccess {
  readonly action: AuditAction;
  readonly objectType: string;
  readonly ids: readonly string[];
  readonly isGranted: boolean;
  readonly grounds?: Grounds | undefined;
}

const writing = `
  insert into audit_event (event_code, action, outcome, check_authorisation, check_relation, check_consent, check_break_glass, user_id, user_roles,
    responsible_user_id, organisation_id, access_point, purpose, object_type, object_ids, search_name, search_hash, authorisation_protocol,
    consent_profile, source_id, trace_id)
  select n.event_code, n.action, case when n.is_granted then 'GRANTED' else 'REFUSED' end, true, n.is_granted, n.has_consent, n.is_break_glass, $2, $3,
    n.responsible, $4, $5, $6, n.object_type, n.object_ids, $7, $8, $9, n.consent_profile, $10, $11
  from jsonb_to_recordset($1::jsonb) as n (event_code text, action text, object_type text, is_granted boolean, object_ids uuid[], has_consent boolean,
    consent_profile text, is_break_glass boolean, responsible text)`;

const done: Readonly<Record<AuditAction, string>> = {
  C: 'CREATED',
  R: 'READ',
  U: 'CHANGED',
  D: 'REMOVED',
  E: 'EXECUTED',
};

type Find<V> = (ids: readonly string[]) => Promise<ReadonlyMap<string, V>>;

/** The same search by identifiers, with those found noted as read: where nobody asked for one in particular. */
export function readAudited<V>(audit: AuditTrail, objectType: string, find: Find<V>): Find<V> {
  return async (ids) => {
    const found = await find(ids);
    audit.read(objectType, [...found.keys()]);
    return found;
  };
}

/** The same search by identifiers, with each access noted: those found as read, or as `noteFound` does it, the others as refused. */
export function audited<V>(
  audit: AuditTrail,
  objectType: string,
  find: Find<V>,
  noteFound = (found: ReadonlyMap<string, V>): void => audit.read(objectType, [...found.keys()]),
): Find<V> {
  return async (ids) => {
    const found = await find(ids);
    noteFound(found);
    audit.refused(
      objectType,
      ids.filter((id) => !found.has(id)),
    );
    return found;
  };
}

/** The trail of one request in one subgraph. */
export function auditTrail(source: AuditSource, caller: Caller): AuditTrail {
  const noted = notes();
  const note = (access: NotedAccess): void => {
    if (access.ids.length > 0) noted.add(access);
  };
  const reading = (isGranted: boolean) => (objectType: string, ids: readonly string[], grounds?: Grounds) =>
    note({ action: 'R', objectType, ids, isGranted, grounds });
  const read = reading(true);
  const readNodes: AuditTrail['readNodes'] = (objectType, { edges }) =>
    read(
      objectType,
      edges.map(({ node }) => node.id),
    );
  const searched = (): void => noted.add(search);
  const foundNothing = caller.roles.every(isMachineRole) ? () => undefined : searched;
  return {
    ...{ note, read, refused: reading(false), readNodes, searched, foundNothing },
    found: (objectType, page) => (page.edges.length > 0 ? readNodes(objectType, page) : foundNothing()),
    ...writer(source, caller, noted),
  };
}

/** What writes down what was noted: once, or after a failure as refused. */
function writer(source: AuditSource, caller: Caller, noted: Notes): Pick<AuditTrail, 'write' | 'writeAttempt'> {
  const insert = (tx: EntityManager, rows: readonly Collected[]): Promise<unknown> =>
    tx.query(writing, [JSON.stringify(rows.map(toRow)), ...whoAndWhy(source, caller)]);
  return {
    async write(tx) {
      const rows = noted.all();
      if (rows.length > 0) await insert(tx, rows);
      noted.forget();
    },
    async writeAttempt(tx) {
      noted.add(search);
      const refused = notes();
      for (const one of noted.all()) refused.add({ ...one, ids: [...one.ids], isGranted: false });
      await insert(tx, refused.all());
    },
  };
}

/** What a request did, each kind of access once. */
function notes() {
  const noted = new Map<string, Collected & { readonly ids: Set<string> }>();
  return {
    add({ ids, ...access }: NotedAccess): void {
      const key = JSON.stringify(access);
      const known = noted.get(key) ?? { ...access, ids: new Set<string>() };
      for (const id of ids) known.ids.add(id);
      noted.set(key, known);
    },
    all: (): Collected[] => [...noted.values()],
    forget: (): void => noted.clear(),
  };
}

type Notes = ReturnType<typeof notes>;

/** A question that was about nobody in particular. */
const search: NotedAccess = { action: 'E', objectType: 'Search', ids: [], isGranted: true };

type Collected = Omit<NotedAccess, 'ids'> & { readonly ids: ReadonlySet<string> };

function toRow({ action, objectType, isGranted, ids, grounds = {} }: Collected) {
  return {
    event_code: `${objectType.toUpperCase()}_${done[action]}`,
    action,
    object_type: objectType,
    is_granted: isGranted,
    object_ids: [...ids],
    has_consent: grounds.hasConsent ?? null,
    consent_profile: grounds.consentProfile ?? null,
    is_break_glass: grounds.isBreakGlass ?? false,
    responsible: grounds.responsibleUserId ?? null,
  };
}

function whoAndWhy({ id, protocol }: AuditSource, caller: Caller): readonly unknown[] {
  const { subject, roles, organisation, accessPoint } = storableCaller(caller);
  const { purpose, operation, requestId } = caller;
  return [
    ...[subject, roles, organisation, accessPoint, purpose],
    ...[operation?.name ?? null, operation?.hash ?? null, protocol, id, requestId],
  ];
}
