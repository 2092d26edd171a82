import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { PageArgs, pageRequest, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import type { CapacityContext } from '../../context.js';
import { SubscribeToEventsInput, UnsubscribeFromEventsInput } from './subscription.input.js';
import { subscriptionSortValues } from './subscription.store.js';
import {
  EventSubscription,
  EventSubscriptionConnection,
  Subscribed,
  toEventSubscription,
  Unsubscribed,
} from './subscription.type.js';

@Resolver()
export class SubscriptionResolver {
  @Query(() => EventSubscriptionConnection, {
    nullable: true,
    description: 'The subscriptions of the own organisation that have not ended.',
  })
  async eventSubscriptions(
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services }: CapacityContext,
  ): Promise<Connection<EventSubscription>> {
    const page = pageRequest(args, 1);
    const rows = await services.subscriptions.findPage(caller, page);
    return toConnection(rows, page, subscriptionSortValues, toEventSubscription);
  }

  @Mutation(() => Subscribed, {
    nullable: true,
    description:
      'Has the events of the own organisation sent to an address from now on: one signed CloudEvent a message with identifiers only, in order, again until it is taken.',
  })
  async subscribeToEvents(
    @Arg('input', () => SubscribeToEventsInput, { description: 'Where to and what.' }) input: SubscribeToEventsInput,
    @Ctx() context: CapacityContext,
  ): Promise<Subscribed> {
    const { caller, services } = context;
    const request = { operation: 'subscribeToEvents', key: input.idempotencyKey, input };
    const { answer, isReplay } = await context.once(request, {}, async ({ subscriptions }) => ({
      id: await subscriptions.subscribe(caller, input),
    }));
    const subscription = toEventSubscription(await services.subscriptions.find(caller, answer.id));
    const secret = isReplay ? null : await services.subscriptions.revealSecret(caller, answer.id);
    return { subscription, secret, isReplay };
  }

  @Mutation(() => Unsubscribed, {
    nullable: true,
    description: 'Ends a subscription of the own organisation at once.',
  })
  async unsubscribeFromEvents(
    @Arg('input', () => UnsubscribeFromEventsInput, { description: 'Which.' }) input: UnsubscribeFromEventsInput,
    @Ctx() context: CapacityContext,
  ): Promise<Unsubscribed> {
    const { caller, services } = context;
    const { idempotencyKey: key, subscriptionId } = input;
    const { isReplay } = await context.once({ operation: 'unsubscribeFromEvents', key, input }, {}, async (own) => {
      await own.subscriptions.unsubscribe(caller, subscriptionId);
      return {};
    });
    return { subscription: toEventSubscription(await services.subscriptions.find(caller, subscriptionId)), isReplay };
  }
}
