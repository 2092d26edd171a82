import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../../platform/paging/pages.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { NoticeKind } from './notice-kind.js';
import type { NoticeRow } from './notice.store.js';

@ObjectType({
  description:
    'Something that a person is told. It names offers, holds, referrals, questions to the network, emergency accesses and cases by their identifier, never anything of a child.',
})
export class Notice {
  @Field(() => ID, { description: 'Identifier of the notice.' })
  id!: string;

  @Field(() => NoticeKind.type, { description: 'What the reader is told.' })
  kind!: NoticeKind;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the caller read it; null while it is unread.' })
  readAt!: Date | null;

  @Field(() => [ID], { description: 'The offers that it is about.' })
  offerIds!: string[];

  @Field(() => ID, { nullable: true, description: 'The hold that it is about, if it is about one.' })
  holdId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The place on a waiting list that it is about, if it is about one.' })
  entryId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The subscription that it is about, if it is about one.' })
  subscriptionId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The emergency access that it is about, as `breakGlasses` tells of it, if it is about one.',
  })
  breakGlassId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The referral that it is about, as `referral` tells of it, if it is about one.',
  })
  referralId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The question to the network that it is about, as `networkRequest` tells of it, if it is about one.',
  })
  networkRequestId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The case that was handed over to the reader, if it is about one; `case` tells of it whoever has it.',
  })
  caseId!: string | null;
}

const { NodeEdge, NodeConnection } = connectionTypes('Notice', () => Notice);

@ObjectType({ description: 'One Notice in a list, with its cursor.' })
export class NoticeEdge extends NodeEdge {}

@ObjectType({ description: 'A page of a list of Notice.' })
export class NoticeConnection extends NodeConnection {}

@InputType({ description: 'Which notices were read.' })
export class ReadNoticesInput {
  @Field(() => String, {
    description:
      'Your own key for this request, 1 to 200 characters: sent again with the same content it gives the same answer, for seven days.',
  })
  idempotencyKey!: string;

  @Field(() => [ID], { description: 'Identifiers of 1 to 100 notices of yours.' })
  noticeIds!: string[];
}

@ObjectType({ description: 'The answer to reading notices.' })
export class NoticesRead extends KeyedAnswer {
  @Field(() => [Notice], { description: 'The notices, the newest first.' })
  notices!: Notice[];
}

export function toNotice(row: NoticeRow): Notice {
  const { id, kind, createdAt, readAt, offerIds, holdId, entryId, subscriptionId } = row;
  const { breakGlassId, referralId, networkRequestId, caseId } = row;
  return {
    ...{ id, kind, createdAt, readAt, offerIds, holdId, entryId, subscriptionId },
    ...{ breakGlassId, referralId, networkRequestId, caseId },
  };
}
