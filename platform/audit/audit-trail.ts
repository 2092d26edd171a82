import type { EntityManager } from 'typeorm';
import type { Caller } from '../identity/caller.js';
import { storableCaller } from '../identity/storable-caller.js';

/** The version of the rights under which access was decided: changes with the policy tables. */
export const authorisationProtocol = 'hub-rights/1';

/** What one request did with data about people. Holds identifiers, never contents. */
export interface AuditTrail {
  /** Notes what was read. */
  read(objectType: string, ids: readonly string[]): void;
  /** Notes what a page of a list tells. */
  readNodes(objectType: string, page: { readonly edges: readonly { readonly node: { readonly id: string } }[] }): void;
  /** Notes what was asked for by its identifier and is not there, or not the caller's to see. */
  refused(objectType: string, ids: readonly string[]): void;
  /** Writes what was noted, in the transaction of the access: when that fails, nothing may be told. */
  write(tx: EntityManager): Promise<void>;
}

interface Noted {
  readonly objectType: string;
  readonly isGranted: boolean;
  readonly ids: Set<string>;
}

const writing = `
  insert into audit_event (event_code, action, outcome, check_authorisation, check_relation, user_id, user_roles, organisation_id,
    access_point, purpose, object_type, object_ids, search_name, search_hash, authorisation_protocol, source_id, trace_id)
  select upper(n.object_type) || '_READ', 'R', case when n.is_granted then 'GRANTED' else 'REFUSED' end, true, n.is_granted, $2, $3, $4, $5, $6,
    n.object_type, n.object_ids, $7, $8, $9, $10, $11
  from jsonb_to_recordset($1::jsonb) as n (object_type text, is_granted boolean, object_ids uuid[])`;

type Find<V> = (ids: readonly string[]) => Promise<ReadonlyMap<string, V>>;

/** The same search by identifiers, with each access noted: those found as read, the others as refused. */
export function audited<V>(audit: AuditTrail, objectType: string, find: Find<V>): Find<V> {
  return async (ids) => {
    const found = await find(ids);
    audit.read(objectType, [...found.keys()]);
    audit.refused(
      objectType,
      ids.filter((id) => !found.has(id)),
    );
    return found;
  };
}

/** The trail of one request in one subgraph. */
export function auditTrail(sourceId: string, caller: Caller): AuditTrail {
  const noted = new Map<string, Noted>();
  const note = (objectType: string, isGranted: boolean, ids: readonly string[]): void => {
    if (ids.length === 0) return;
    const key = `${objectType} ${isGranted}`;
    const known = noted.get(key) ?? { objectType, isGranted, ids: new Set() };
    for (const id of ids) known.ids.add(id);
    noted.set(key, known);
  };
  return {
    read: (objectType, ids) => note(objectType, true, ids),
    readNodes: (objectType, { edges }) =>
      note(
        objectType,
        true,
        edges.map(({ node }) => node.id),
      ),
    refused: (objectType, ids) => note(objectType, false, ids),
    async write(tx) {
      if (noted.size === 0) return;
      const { subject, roles, organisation } = storableCaller(caller);
      const { purpose, operation, requestId } = caller;
      const rows = [...noted.values()].map(({ objectType, isGranted, ids }) => {
        return { object_type: objectType, is_granted: isGranted, object_ids: [...ids] };
      });
      noted.clear();
      await tx.query(writing, [
        JSON.stringify(rows),
        subject,
        roles,
        organisation,
        'gateway',
        purpose,
        operation?.name ?? null,
        operation?.hash ?? null,
        authorisationProtocol,
        sourceId,
        requestId,
      ]);
    },
  };
}
