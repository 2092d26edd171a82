import { Field, InputType, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLEmailAddress } from '../../../../vocabulary/scalars.js';
import type { NoticeAddressRow } from './notice-address.store.js';

const keyDescription =
  'Your own key for this request, 1 to 200 characters: sent again with the same content it gives the same answer, for seven days.';

@ObjectType({ description: 'Where the caller gets a mail of each notice.' })
export class NoticeAddress {
  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'The address that holds; null while there is none.',
  })
  address!: string | null;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'An address to which a code was mailed that has not come back yet.',
  })
  pendingAddress!: string | null;
}

@ObjectType({ description: 'The answer to setting or confirming an address.' })
export class NoticeAddressChanged extends KeyedAnswer {
  @Field(() => NoticeAddress, { description: 'The address as it stands now.' })
  noticeAddress!: NoticeAddress;
}

@InputType({ description: 'Where the caller wants mail.' })
export class SetNoticeAddressInput {
  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string;

  @Field(() => GraphQLEmailAddress, {
    nullable: true,
    description: 'A work address, to which a code is mailed; null to get no mail any more.',
  })
  address?: string | null;
}

@InputType({ description: 'The code that was mailed.' })
export class ConfirmNoticeAddressInput {
  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string;

  @Field(() => String, { description: 'The code from the mail, valid for an hour.' })
  code!: string;
}

export function toNoticeAddress(row: NoticeAddressRow | null): NoticeAddress {
  return { address: row?.address ?? null, pendingAddress: row?.pendingAddress ?? null };
}
