import { Field, ObjectType } from 'type-graphql';
import type { AccessRow } from '../../../platform/audit/access-log.js';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { Access } from '../../../vocabulary/access.js';
import { borrow, Organisation } from '../borrowed-types.js';

@ObjectType({
  description:
    'One access to a case (inzage), to its consents or to what a provider is told of it, as it was written down: who, when and why. Nothing of what was seen.',
})
export class CaseAccess extends Access {
  @Field(() => Boolean, {
    description:
      'Whether it rested on an opening of a restricted case in an emergency (noodtoegang), or was that opening.',
  })
  isBreakGlass!: boolean;

  @Field(() => Organisation, { nullable: true, description: 'The organisation of who looked, where the role has one.' })
  organisation!: Organisation | null;
}

export const { NodeConnection: CaseAccessConnection } = connectionTypes('CaseAccess', () => CaseAccess);

export function toCaseAccess(row: AccessRow): CaseAccess {
  return { ...row, organisation: borrow(row.organisationId) };
}
