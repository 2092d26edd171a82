import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../../platform/paging/pages.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { DisputeClaim } from './dispute-claim.js';
import type { DisputeRow } from './dispute.entity.js';

@InputType({ description: 'What was heard on the telephone about an offer.' })
export class DisputeCapacityInput {
  @Field(() => String, {
    description: 'Your own key for this request, 1 to 200 characters: sent again it gives the same answer.',
  })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the offer.' })
  offerId!: string;

  @Field(() => DisputeClaim.type, { description: 'What was heard.' })
  claim!: DisputeClaim;

  @Field(() => String, {
    nullable: true,
    description: 'A remark for the provider of at most 500 characters; nothing about a child, no BSN.',
  })
  note?: string | null;
}

@ObjectType({ description: 'A figure that is disputed (tegenmelding): somebody phoned and heard otherwise.' })
export class Dispute {
  /** Not a field: the offer. */
  offerId!: string;

  @Field(() => ID, { description: 'Identifier of the dispute in the hub.' })
  id!: string;

  @Field(() => DisputeClaim.type, { description: 'What was heard.' })
  claim!: DisputeClaim;

  @Field(() => String, { nullable: true, description: 'A remark for the provider.' })
  note!: string | null;

  @Field(() => GraphQLDateTime, { description: 'When the hub was told.' })
  disputedAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When the provider answered with a newer figure; null while the figure is disputed.',
  })
  answeredAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Youth region of who phoned, such as flevoland.' })
  region!: string | null;

  @Field(() => String, { nullable: true, description: 'Role of who phoned, such as care-broker; never the name.' })
  role!: string | null;
}

@ObjectType({ description: 'The answer to a dispute.' })
export class DisputeAnswer extends KeyedAnswer {
  @Field(() => Dispute, { description: 'The dispute.' })
  dispute!: Dispute;
}

const { NodeEdge, NodeConnection } = connectionTypes('Dispute', () => Dispute);
export const DisputeEdge = NodeEdge;
export const DisputeConnection = NodeConnection;

export function toDispute(row: DisputeRow): Dispute {
  const { id, offerId, claim, note, disputedAt, answeredAt, region, disputedAs } = row;
  return { id, offerId, claim, note, disputedAt, answeredAt, region, role: disputedAs };
}
