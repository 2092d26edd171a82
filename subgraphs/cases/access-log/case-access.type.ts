import { Field, ID, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { borrow, Organisation } from '../borrowed-types.js';
import type { CaseAccessRow } from './case-access.read-model.js';

@ObjectType({
  description:
    'One access to a case (inzage), to its consents or to what a provider is told of it, as it was written down: who, when and why. Nothing of what was seen.',
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

  @Field(() => String, {
    description:
      'What was done, as a code: CASE_READ, REFERRAL_READ where a provider was told of the child, CONSENT_CREATED, and so on.',
  })
  event!: string;

  @Field(() => String, { description: 'Why, as a code such as FIND_CARE.' })
  purpose!: string;

  @Field(() => Boolean, { description: 'Whether it was granted; false when it was refused.' })
  isGranted!: boolean;

  @Field(() => Boolean, {
    description:
      'Whether it rested on an opening of a restricted case in an emergency (noodtoegang), or was that opening.',
  })
  isBreakGlass!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Name that the client gave its question; null when it gave none.',
  })
  operationName!: string | null;
}

export const { NodeConnection: CaseAccessConnection } = connectionTypes('CaseAccess', () => CaseAccess);

export function toCaseAccess(row: CaseAccessRow): CaseAccess {
  const { id, at, userId, roles, organisationId, event, purpose, isGranted, isBreakGlass, operationName } = row;
  return {
    id,
    at,
    userId,
    roles,
    organisation: borrow(organisationId),
    event,
    purpose,
    isGranted,
    isBreakGlass,
    operationName,
  };
}
