import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { HubError } from '../../../platform/errors/errors.js';
import type { IdempotentAnswer } from '../../../platform/idempotency/idempotency.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { PageArgs, toConnection, type Connection } from '../../../platform/paging/pages.js';
import { auditedOnce, type AuditedChange } from '../access/audited-once.js';
import { Case } from '../borrowed-types.js';
import type { CapacityContext } from '../context.js';
import { holdPage } from '../hold/read/hold-page.js';
import { Hold, toHold } from '../hold/read/hold.type.js';
import { Offer, toOffer } from '../offer/offer.type.js';
import { JoinWaitlistInput, LeaveWaitlistInput, turnPage } from './waitlist.input.js';
import { toWaitlistEntry, WaitlistAnswer, WaitlistEntry, WaitlistEntryConnection } from './waitlist.type.js';

async function answerOf(
  { loaders }: CapacityContext,
  { answer, isReplay }: IdempotentAnswer<string>,
): Promise<WaitlistAnswer> {
  const row = await loaders.waitlistEntries.load(answer);
  return { entry: row && toWaitlistEntry(row), isReplay };
}

@Resolver(() => WaitlistEntry)
export class WaitlistResolver {
  @Query(() => WaitlistEntryConnection, {
    nullable: true,
    description:
      'Who waits for an offer, in the order in which what comes free is offered: a provider sees all without the cases, others their own.',
  })
  async waitlist(
    @Arg('offerId', () => ID, { description: 'Identifier of the offer.' }) offerId: string,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, loaders, services, audit }: CapacityContext,
  ): Promise<Connection<WaitlistEntry>> {
    const page = turnPage(args);
    const offer = isUuid(offerId) ? await loaders.offers.load(offerId) : null;
    if (!offer) throw new HubError('NOT_FOUND');
    const rows = await services.waitlists.findPageOfOffer(caller, offer.id, page);
    const found = toConnection(rows, page, ({ sortedBy }) => sortedBy, toWaitlistEntry);
    audit.found('WaitlistEntry', found);
    return found;
  }

  @Mutation(() => WaitlistAnswer, {
    nullable: true,
    description: 'Puts a case on the waiting list of an offer; what is free is offered at once if it is its turn.',
  })
  async joinWaitlist(
    @Arg('input', () => JoinWaitlistInput, { description: 'The case and the offer.' }) input: JoinWaitlistInput,
    @Ctx() context: CapacityContext,
  ): Promise<WaitlistAnswer> {
    const change: AuditedChange<string> = {
      request: { operation: 'joinWaitlist', key: input.idempotencyKey, input },
      action: 'U',
      asked: { objectType: 'Case', ids: [input.caseId] },
      made: (entryId) => ({ objectType: 'WaitlistEntry', ids: [entryId] }),
    };
    return answerOf(context, await auditedOnce(context, change, ({ waiting }) => waiting.join(context.caller, input)));
  }

  @Mutation(() => WaitlistAnswer, {
    nullable: true,
    description:
      'Takes a case off a waiting list. STATE_CONFLICT when it was offered a place: release that hold instead.',
  })
  async leaveWaitlist(
    @Arg('input', () => LeaveWaitlistInput, { description: 'The entry.' }) input: LeaveWaitlistInput,
    @Ctx() context: CapacityContext,
  ): Promise<WaitlistAnswer> {
    const change: AuditedChange<string> = {
      request: { operation: 'leaveWaitlist', key: input.idempotencyKey, input },
      action: 'U',
      asked: { objectType: 'WaitlistEntry', ids: [input.entryId] },
    };
    return answerOf(
      context,
      await auditedOnce(context, change, ({ waiting }) => waiting.leave(context.caller, input.entryId)),
    );
  }

  @FieldResolver(() => Offer, { nullable: true, description: 'The offer that is waited for.' })
  async offer(@Root() { offerId }: WaitlistEntry, @Ctx() { loaders }: CapacityContext): Promise<Offer | null> {
    const row = await loaders.offers.load(offerId);
    return row && toOffer(row);
  }

  @FieldResolver(() => Hold, { nullable: true, description: 'The hold that was offered; null while it waits.' })
  async hold(@Root() { holdId }: WaitlistEntry, @Ctx() { loaders }: CapacityContext): Promise<Hold | null> {
    const row = holdId === null ? null : await loaders.holds.load(holdId);
    return row && toHold(row);
  }

  @FieldResolver(() => Case, { nullable: true, description: 'The case that waits; never shown to a provider.' })
  case(@Root() { caseId }: WaitlistEntry, @Ctx() { audit }: CapacityContext): Case | null {
    if (caseId === null) return null;
    audit.read('Case', [caseId]);
    return { id: caseId, need: null };
  }
}

/** What waiting lists add to a case. */
@Resolver(() => Case)
export class CaseWaitlistResolver {
  @FieldResolver(() => WaitlistEntryConnection, {
    nullable: true,
    description: 'The waiting lists that this case is or was on, newest first.',
  })
  async waitlistEntries(
    @Root() { id }: Case,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { loaders, audit }: CapacityContext,
  ): Promise<Connection<WaitlistEntry>> {
    const page = holdPage(args);
    const rows = isUuid(id) ? ((await loaders.waitlistEntriesOf(page).load(id)) ?? []) : [];
    const found = toConnection(rows, page, ({ sortedBy }) => sortedBy.slice(1), toWaitlistEntry);
    if (isUuid(id)) audit.read('Case', [id]);
    audit.readNodes('WaitlistEntry', found);
    return found;
  }
}
