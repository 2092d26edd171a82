import { Field, ID, InputType, Int } from 'type-graphql';
import { HubError } from '../../../platform/errors/errors.js';
import { isUuid } from '../../../platform/input/identifiers.js';
import { pageRequest, type PageArgs, type PageRequest } from '../../../platform/paging/pages.js';
import { idempotencyKeyText } from '../../../platform/idempotency/idempotency-key-text.js';
import { isInstantText } from '../../../platform/paging/instant.js';
import { WaitlistPriority } from './waitlist.rules.js';

@InputType({ description: 'A case that is to wait for an offer.' })
export class JoinWaitlistInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => ID, { description: 'Identifier of the offer.' })
  offerId!: string;

  @Field(() => Int, { defaultValue: 1, description: 'How much, in the unit of the offer: 1 to 100.' })
  quantity!: number;

  @Field(() => WaitlistPriority.type, { defaultValue: 'REGULAR', description: 'Who goes first.' })
  priority!: WaitlistPriority;
}

@InputType({ description: 'An entry that is to leave its waiting list.' })
export class LeaveWaitlistInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the entry.' })
  entryId!: string;
}

/** The arguments of the list of an offer, in fair order. Throws PAGE_TOO_LARGE or CURSOR_INVALID. */
export function turnPage(args: PageArgs): PageRequest {
  const page = pageRequest(args, 3);
  const [rank = '', since = '', id = ''] = page.after ?? [];
  if (page.after && !(/^[123]$/.test(rank) && isInstantText(since) && isUuid(id))) throw new HubError('CURSOR_INVALID');
  return page;
}
