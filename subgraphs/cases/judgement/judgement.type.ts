import { Field, ID, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { Offer } from '../borrowed-types.js';
import type { JudgementRow } from './judgement.store.js';
import { RejectionReason, Verdict } from './judgement.vocabulary.js';

@ObjectType({
  description:
    'What was thought of an option for a case (weging). Only ever added to: a later judgement stands beside the earlier one.',
})
export class Judgement {
  @Field(() => ID, { description: 'Identifier of the judgement in the hub.' })
  id!: string;

  @Field(() => Offer, { nullable: true, description: 'The offer that was judged.' })
  offer!: Offer;

  @Field(() => Verdict.type, { description: 'What was thought of it.' })
  verdict!: Verdict;

  @Field(() => RejectionReason.type, { nullable: true, description: 'Why it was rejected; null when it was not.' })
  reason!: RejectionReason | null;

  @Field(() => GraphQLDateTime, { description: 'When it was judged.' })
  judgedAt!: Date;

  @Field(() => Boolean, { description: 'Whether no later judgement is about the same offer.' })
  isCurrent!: boolean;
}

@ObjectType({ description: 'The answer to a judgement of an option.' })
export class JudgedOption extends KeyedAnswer {
  @Field(() => Judgement, {
    nullable: true,
    description: 'The judgement; null when it is no longer among the newest fifty of its case.',
  })
  judgement!: Judgement | null;
}

export function toJudgement({ id, offerId, verdict, reason, judgedAt, isCurrent }: JudgementRow): Judgement {
  return { id, offer: { id: offerId }, verdict, reason, judgedAt, isCurrent };
}
