import { ObjectType } from 'type-graphql';
import type { AccessRow } from '../../../platform/audit/access-log.js';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { Access } from '../../../vocabulary/access.js';

@ObjectType({
  description:
    'One access to an offer that is a family (inzage), such as a foster family, as it was written down: who was shown it, when and why.',
})
export class FamilyAccess extends Access {
  /** Not a field: by this the organisation is found. */
  organisationId!: string | null;
}

export const { NodeConnection: FamilyAccessConnection } = connectionTypes('FamilyAccess', () => FamilyAccess);

export function toFamilyAccess(row: AccessRow): FamilyAccess {
  return row;
}
