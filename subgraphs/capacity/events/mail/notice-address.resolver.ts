import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { CapacityContext } from '../../context.js';
import {
  ConfirmNoticeAddressInput,
  NoticeAddress,
  NoticeAddressChanged,
  SetNoticeAddressInput,
  toNoticeAddress,
} from './notice-address.type.js';

@Resolver()
export class NoticeAddressResolver {
  @Query(() => NoticeAddress, { nullable: true, description: 'Where the caller gets mail.' })
  async noticeAddress(@Ctx() { caller, services }: CapacityContext): Promise<NoticeAddress> {
    return toNoticeAddress(await services.noticeAddresses.find(caller));
  }

  @Mutation(() => NoticeAddressChanged, {
    nullable: true,
    description:
      'Asks for a mail of each notice: a code is mailed to the address, which holds once that code is confirmed.',
  })
  async setNoticeAddress(
    @Arg('input', () => SetNoticeAddressInput, { description: 'Which address.' }) input: SetNoticeAddressInput,
    @Ctx() context: CapacityContext,
  ): Promise<NoticeAddressChanged> {
    const { caller, services } = context;
    const request = { operation: 'setNoticeAddress', key: input.idempotencyKey, input };
    const { isReplay } = await context.once(request, {}, async ({ noticeAddresses }) => {
      await noticeAddresses.set(caller, input.address ?? null);
      return {};
    });
    return { noticeAddress: toNoticeAddress(await services.noticeAddresses.find(caller)), isReplay };
  }

  @Mutation(() => NoticeAddressChanged, {
    nullable: true,
    description: 'Confirms an address with the code that was mailed to it.',
  })
  async confirmNoticeAddress(
    @Arg('input', () => ConfirmNoticeAddressInput, { description: 'The code.' }) input: ConfirmNoticeAddressInput,
    @Ctx() context: CapacityContext,
  ): Promise<NoticeAddressChanged> {
    const { caller, services } = context;
    const request = { operation: 'confirmNoticeAddress', key: input.idempotencyKey, input };
    const { isReplay } = await context.once(request, {}, async ({ noticeAddresses }) => {
      await noticeAddresses.confirm(caller, input.code);
      return {};
    });
    return { noticeAddress: toNoticeAddress(await services.noticeAddresses.find(caller)), isReplay };
  }
}
