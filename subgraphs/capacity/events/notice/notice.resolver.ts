import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { PageArgs, toConnection, type Connection } from '../../../../platform/paging/pages.js';
import type { AuditTrail } from '../../../../platform/audit/audit-trail.js';
import type { CapacityContext } from '../../context.js';
import { noticeMessage } from './notice-kind.js';
import type { NoticeRow } from './notice.store.js';
import { noticePage, noticeSortValues } from './notice.service.js';
import { Notice, NoticeConnection, NoticesRead, ReadNoticesInput, toNotice } from './notice.type.js';

/** What notices are about, by the field that names it. */
const subjects = [
  ['Hold', 'holdId'],
  ['WaitlistEntry', 'entryId'],
  ['BreakGlass', 'breakGlassId'],
  ['Referral', 'referralId'],
  ['NetworkRequest', 'networkRequestId'],
  ['Case', 'caseId'],
] as const;

/** Notes what the notices are about that somebody reads. */
function noteTold(audit: AuditTrail, rows: readonly NoticeRow[]): void {
  for (const [type, field] of subjects)
    audit.read(
      type,
      rows.flatMap((row) => row[field] ?? []),
    );
}

@Resolver(() => Notice)
export class NoticeResolver {
  @Query(() => NoticeConnection, {
    nullable: true,
    description:
      'What the caller is told, the newest first: of its own holds, as a planner of its organisation, of emergency access as the owner of the case or the privacy officer of the region, of questions to the network as a planner of a team or a broker of the region, and of a case that it was handed.',
  })
  async notices(
    @Arg('onlyUnread', () => Boolean, { defaultValue: false, description: 'Whether to leave out what was read.' })
    onlyUnread: boolean,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CapacityContext,
  ): Promise<Connection<Notice>> {
    const page = noticePage(args);
    const rows = await services.notices.findPage(caller, onlyUnread, page);
    noteTold(audit, rows.slice(0, page.first));
    return toConnection(rows, page, noticeSortValues, toNotice);
  }

  @Query(() => Int, { nullable: true, description: 'How many notices the caller has not read; 100 means 100 or more.' })
  unreadNoticeCount(@Ctx() { caller, services }: CapacityContext): Promise<number> {
    return services.notices.countUnread(caller);
  }

  @Mutation(() => NoticesRead, { nullable: true, description: 'Marks notices as read, for the caller alone.' })
  async readNotices(
    @Arg('input', () => ReadNoticesInput, { description: 'Which.' }) input: ReadNoticesInput,
    @Ctx() context: CapacityContext,
  ): Promise<NoticesRead> {
    const { caller, services, audit } = context;
    const { idempotencyKey: key, noticeIds } = input;
    const { answer, isReplay } = await context.once({ operation: 'readNotices', key, input }, {}, ({ notices }) =>
      notices.read(caller, noticeIds),
    );
    const rows = await services.notices.findByIds(caller, answer);
    noteTold(audit, rows);
    return { notices: rows.map(toNotice), isReplay };
  }

  @FieldResolver(() => String, { description: "The notice as a sentence in the caller's language." })
  async message(@Root() notice: Notice, @Ctx() { caller, loaders }: CapacityContext): Promise<string> {
    const [first] = notice.offerIds;
    const offer = first === undefined ? null : await loaders.offers.load(first);
    return noticeMessage(notice.kind, caller.language, offer?.title ?? null, notice.offerIds.length);
  }
}
