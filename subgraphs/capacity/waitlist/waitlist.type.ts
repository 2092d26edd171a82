import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import type { WaitlistRow } from './waitlist.read-model.js';
import { PassingReason, WaitlistPriority, WaitlistState } from './waitlist.rules.js';

@ObjectType({ description: 'A time that a waiting case was passed over, and why.' })
export class WaitlistPassing {
  @Field(() => GraphQLDateTime, { description: 'When.' })
  passedAt!: Date;

  @Field(() => PassingReason.type, { description: 'Why.' })
  reason!: PassingReason;
}

@ObjectType({
  description:
    'A case on the waiting list (wachtlijst) of an offer. What comes free is offered by priority and then to who waits longest, as a hold that the provider answers.',
})
export class WaitlistEntry {
  @Field(() => ID, { description: 'Identifier of the entry in the hub.' })
  id!: string;

  /** Not fields: what the resolvers need to find the rest; no case where the caller may not know it. */
  offerId!: string;
  caseId!: string | null;
  holdId!: string | null;

  @Field(() => Int, { description: 'How much is waited for, in the unit of the offer.' })
  quantity!: number;

  @Field(() => WaitlistPriority.type, { description: 'Who goes first.' })
  priority!: WaitlistPriority;

  @Field(() => GraphQLDateTime, { description: 'Since when it waits.' })
  since!: Date;

  @Field(() => WaitlistState.type, { description: 'Where it stands.' })
  state!: WaitlistState;

  @Field(() => Int, { nullable: true, description: 'Its place in the list, from 1; null unless WAITING.' })
  position!: number | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'Expected wait in days: as the provider reports it, otherwise from how much care started here in the last half year; null when neither is known.',
  })
  estimateDays!: number | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Until when it is passed over after a no or no answer of the provider; null when its turn may come.',
  })
  restsUntil!: Date | null;

  @Field(() => [WaitlistPassing], { description: 'The last ten times that it was passed over, newest first.' })
  passings!: WaitlistPassing[];
}

const { NodeEdge, NodeConnection } = connectionTypes('WaitlistEntry', () => WaitlistEntry);
export const WaitlistEntryEdge = NodeEdge;
export const WaitlistEntryConnection = NodeConnection;

@ObjectType({ description: 'The answer to joining or leaving a waiting list.' })
export class WaitlistAnswer extends KeyedAnswer {
  @Field(() => WaitlistEntry, { nullable: true, description: 'The entry as it stands now.' })
  entry!: WaitlistEntry | null;
}

/** An entry as it may be shown. */
export function toWaitlistEntry(row: WaitlistRow): WaitlistEntry {
  const { id, offerId, caseId, holdId, quantity, priority, since, state, position, estimateDays, restsUntil } = row;
  const passings = row.passings.map(({ passedAt, reason }) => ({ passedAt: new Date(passedAt), reason }));
  return {
    id,
    offerId,
    caseId,
    holdId,
    quantity,
    priority,
    since,
    state,
    position,
    estimateDays,
    restsUntil,
    passings,
  };
}
