import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../../platform/paging/pages.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { EventKind, eventKind } from '../change/event-kind.js';
import { DeliveryFailure, SubscriptionState } from './subscription-codes.js';
import type { SubscriptionRow } from './subscription.store.js';

@ObjectType({ description: 'A wish of an organisation to be told of its events at an address of its own.' })
export class EventSubscription {
  @Field(() => ID, { description: 'Identifier of the subscription.' })
  id!: string;

  @Field(() => String, { description: 'The https address to which events are sent.' })
  url!: string;

  @Field(() => [EventKind.type], { description: 'The kinds of events that are sent.' })
  kinds!: EventKind[];

  @Field(() => SubscriptionState.type, { description: 'How it stands.' })
  state!: SubscriptionState;

  @Field(() => GraphQLDateTime, { description: 'Since when events are sent.' })
  createdAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the last event was taken.' })
  lastDeliveredAt!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'Since when no event was taken, while FAILING or SUSPENDED.',
  })
  failingSince!: Date | null;

  @Field(() => DeliveryFailure.type, {
    nullable: true,
    description: 'Why the last attempt failed; null after one that did not.',
  })
  lastFailure!: DeliveryFailure | null;

  @Field(() => Int, {
    description: 'Events that were given up after many attempts: `changesSince` still tells of them.',
  })
  undeliveredCount!: number;
}

const { NodeEdge, NodeConnection } = connectionTypes('EventSubscription', () => EventSubscription);

@ObjectType({ description: 'One EventSubscription in a list, with its cursor.' })
export class EventSubscriptionEdge extends NodeEdge {}

@ObjectType({ description: 'A page of a list of EventSubscription.' })
export class EventSubscriptionConnection extends NodeConnection {}

@ObjectType({ description: 'The answer to subscribing.' })
export class Subscribed extends KeyedAnswer {
  @Field(() => EventSubscription, { description: 'The subscription.' })
  subscription!: EventSubscription;

  @Field(() => String, {
    nullable: true,
    description: 'The secret with which every message is signed. Keep it: it is shown once; null when `isReplay`.',
  })
  secret!: string | null;
}

@ObjectType({ description: 'The answer to unsubscribing.' })
export class Unsubscribed extends KeyedAnswer {
  @Field(() => EventSubscription, { description: 'The subscription, which has ended.' })
  subscription!: EventSubscription;
}

export function toEventSubscription(row: SubscriptionRow): EventSubscription {
  const { id, url, createdAt, lastDeliveredAt, failingSince, lastFailure, undeliveredCount } = row;
  const kinds = row.kinds.map(eventKind);
  return {
    id,
    url,
    kinds,
    state: stateOf(row),
    createdAt,
    lastDeliveredAt,
    failingSince,
    lastFailure,
    undeliveredCount,
  };
}

function stateOf({ endedAt, suspendedAt, failingSince }: SubscriptionRow): SubscriptionState {
  if (endedAt !== null) return 'ENDED';
  if (suspendedAt !== null) return 'SUSPENDED';
  return failingSince === null ? 'ACTIVE' : 'FAILING';
}
