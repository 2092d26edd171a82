import { Field, ID, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../../platform/paging/pages.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { Organisation } from '../../borrowed-types.js';
import type { ChangeRow } from './change.read-model.js';
import { EventKind, eventKind } from './event-kind.js';

@ObjectType({
  description:
    'Something that happened, told with identifiers only: ask for what they lead to, as far as it is yours to see.',
})
export class Change {
  @Field(() => ID, { description: 'Identifier of the event: the same however often and by whatever way it is told.' })
  id!: string;

  @Field(() => EventKind.type, { description: 'What happened.' })
  kind!: EventKind;

  @Field(() => GraphQLDateTime, { description: 'When it happened.' })
  occurredAt!: Date;

  @Field(() => Organisation, { nullable: true, description: 'The provider that it concerns.' })
  organisation!: Organisation | null;

  @Field(() => [ID], { description: 'The offers that it concerns.' })
  offerIds!: string[];

  @Field(() => ID, { nullable: true, description: 'The hold that it concerns, if it is about one.' })
  holdId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The place on a waiting list that it concerns, if it is about one.' })
  entryId!: string | null;

  @Field(() => ID, { nullable: true, description: 'The subscription that it concerns, if it is about one.' })
  subscriptionId!: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The referral that it concerns, as `referral` tells of it, if it is about one.',
  })
  referralId!: string | null;
}

const { NodeEdge, NodeConnection } = connectionTypes('Change', () => Change);

@ObjectType({ description: 'One Change in a list, with its cursor.' })
export class ChangeEdge extends NodeEdge {}

@ObjectType({
  description:
    'The changes behind a cursor, in order. A page may hold fewer than were asked for, even none, while more follow.',
})
export class ChangeConnection extends NodeConnection {
  @Field(() => String, {
    description: 'Where to go on: pass it as `cursor` the next time, also when nothing came.',
  })
  cursor!: string;
}

export function toChange({ eventId, kind, occurredAt, organisationId, data }: ChangeRow): Change {
  const { offerId, offerIds, holdId, entryId, subscriptionId, referralId } = data;
  return {
    id: eventId,
    kind: eventKind(kind),
    occurredAt,
    organisation: organisationId === null ? null : { id: organisationId },
    offerIds: offerIds ?? (offerId === undefined ? [] : [offerId]),
    holdId: holdId ?? null,
    entryId: entryId ?? null,
    subscriptionId: subscriptionId ?? null,
    referralId: referralId ?? null,
  };
}
