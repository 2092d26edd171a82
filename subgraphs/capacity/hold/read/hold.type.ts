import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../../../vocabulary/entity-descriptions.js';
import { connectionTypes } from '../../../../platform/paging/pages.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { DeclineReason } from '../../../../vocabulary/decline-reason.js';
import type { HoldRow } from './hold.read-model.js';
import { HoldState } from '../steps/hold-state.rules.js';

@ObjectType({ description: 'Why a provider did not take the case in.' })
export class HoldRefusal {
  @Field(() => DeclineReason.type, { description: 'The reason.' })
  code!: DeclineReason;

  @Field(() => String, {
    nullable: true,
    description: "The provider's explanation; null without one, and in lists: it is told where one hold is asked for.",
  })
  note!: string | null;
}

@ObjectType({ description: entityDescriptions.Hold })
@Directive('@key(fields: "id")')
export class Hold {
  @Field(() => ID, { description: 'Identifier of the hold in the hub.' })
  id!: string;

  /** Not fields: what the resolvers need to find the rest; no case where the caller may not know it. */
  offerId!: string;
  caseId!: string | null;

  @Field(() => HoldState.type, { description: 'Where it stands at this moment, by the clock of the database.' })
  state!: HoldState;

  @Field(() => Int, { description: 'How much is held, in the unit of the offer.' })
  quantity!: number;

  @Field(() => GraphQLDateTime, { description: 'When it was placed.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: 'Until when the provider could or can answer.' })
  answerDueAt!: Date;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      'When it lapses, or lapsed: the term of the answer while REQUESTED, that of the hold once ACTIVE; null when no term runs any more.',
  })
  expiresAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When care started.' })
  convertedAt!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it was refused, released or ended, or its term passed.',
  })
  endedAt!: Date | null;

  @Field(() => HoldRefusal, { nullable: true, description: 'Why the provider refused; null unless REFUSED.' })
  refusal!: HoldRefusal | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The same for holds that were placed together, all or none; null for a hold placed by itself, and for the provider: whom else was asked is not its to know.',
  })
  groupId!: string | null;
}

const { NodeEdge, NodeConnection } = connectionTypes('Hold', () => Hold);
export const HoldEdge = NodeEdge;
export const HoldConnection = NodeConnection;

/** A hold as it may be shown. */
export function toHold(row: HoldRow): Hold {
  const { id, offerId, caseId, state, quantity, createdAt, answerDueAt, expiresAt, convertedAt, endedAt, groupId } =
    row;
  const refusal = row.refusalCode && { code: row.refusalCode, note: row.refusalNote };
  return {
    id,
    offerId,
    caseId,
    state,
    quantity,
    createdAt,
    answerDueAt,
    expiresAt,
    convertedAt,
    endedAt,
    refusal,
    groupId,
  };
}
