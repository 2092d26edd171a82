import { Field, ID, InputType } from 'type-graphql';
import { EventKind } from '../change/event-kind.js';

const keyDescription =
  'Your own key for this request, 1 to 200 characters: sent again with the same content it gives the same answer, for seven days.';

@InputType({ description: 'Where events are to be sent, and which.' })
export class SubscribeToEventsInput {
  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string;

  @Field(() => String, {
    description: 'An https address on a public server, port 443 or 8443, without user name: events are posted to it.',
  })
  url!: string;

  @Field(() => [EventKind.type], { description: 'The kinds of events of your organisation to send, at least one.' })
  kinds!: EventKind[];

  @Field(() => String, {
    nullable: true,
    description:
      'A secret of your own, `whsec_` and 24 to 64 bytes in base64 (Standard Webhooks); left out, the hub makes one.',
  })
  secret?: string | null;
}

@InputType({ description: 'Which subscription is to end.' })
export class UnsubscribeFromEventsInput {
  @Field(() => String, { description: keyDescription })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the subscription.' })
  subscriptionId!: string;
}
