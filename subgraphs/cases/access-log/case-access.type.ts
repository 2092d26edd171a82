import { Field, ID, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { borrowOrganisation, Organisation } from '../borrowed-types.js';
import type { CaseAccessRow } from './case-access.read-model.js';

@ObjectType({
  description:
    'One access to a case (inzage), as it was written down: who looked, when and why. Nothing of what was seen.',
})
export class CaseAccess {
  @Field(() => ID, { description: 'Identifier of the entry in the audit.' })
  id!: string;

  @Field(() => GraphQLDateTime, { description: 'When it was.' })
  at!: Date;

  @Field(() => String, {
    description:
      'The one name of the user: issuer, # and subject there; of a system that the hub registered its client id.',
  })
  userId!: string;

  @Field(() => [String], { description: 'The roles under which it was.' })
  roles!: readonly string[];

  @Field(() => Organisation, { nullable: true, description: 'The organisation of who looked, where the role has one.' })
  organisation!: Organisation | null;

  @Field(() => String, { description: 'Why, as a code such as FIND_CARE.' })
  purpose!: string;

  @Field(() => Boolean, { description: 'Whether the case was given; false when it was refused.' })
  isGranted!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Name that the client gave its question; null when it gave none.',
  })
  operationName!: string | null;
}

export const { NodeConnection: CaseAccessConnection } = connectionTypes('CaseAccess', () => CaseAccess);

export function toCaseAccess(row: CaseAccessRow): CaseAccess {
  const { id, at, userId, roles, organisationId, purpose, isGranted, operationName } = row;
  return { id, at, userId, roles, organisation: borrowOrganisation(organisationId), purpose, isGranted, operationName };
}
