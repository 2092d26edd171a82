import { ObjectType } from 'type-graphql';
import type { AccessRow } from '../../../platform/audit/access-log.js';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { Access } from '../../../vocabulary/access.js';

@ObjectType({
  description:
    'One access to the profile of a professional (inzage), as it was written down: who looked, when and why. Nothing of what was seen.',
})
export class ProfessionalAccess extends Access {
  /** Not a field: by this the organisation is found. */
  organisationId!: string | null;
}

export const { NodeConnection: ProfessionalAccessConnection } = connectionTypes(
  'ProfessionalAccess',
  () => ProfessionalAccess,
);

export function toProfessionalAccess(row: AccessRow): ProfessionalAccess {
  return row;
}
