import { Field, ID, InputType, Int } from 'type-graphql';
import { HubError } from '../../../../platform/errors/errors.js';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { DeclineReason } from '../../../../vocabulary/decline-reason.js';
import { readPseudonym } from '../pseudonym/pseudonym.rules.js';
import type { ReferralSelection } from '../reading/referral.read-model.js';
import type { AskedReferral } from './referral.service.js';
import { ReferralAnswer, ReferralState, SharingGround } from '../referral.vocabulary.js';

const longestDays = 90;

@InputType({ description: 'A case that is put before one provider.' })
export class ReferCaseInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the case.' })
  caseId!: string;

  @Field(() => ID, { description: 'Identifier of the organisation before which it is put, and no other.' })
  organisationId!: string;

  @Field(() => ID, { nullable: true, description: 'The offer that it is about, of that organisation.' })
  offerId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The hold that was placed for the case at that organisation.' })
  holdId?: string | null;

  @Field(() => SharingGround.type, {
    defaultValue: 'CONSENT',
    description: 'On what ground; one other than CONSENT must follow from the case itself.',
  })
  ground!: SharingGround;

  @Field(() => Int, {
    nullable: true,
    description: `For how many days, 1 to ${longestDays}; without it as long as is configured.`,
  })
  days?: number | null;
}

@InputType({ description: 'A referral that is withdrawn.' })
export class WithdrawReferralInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the referral.' })
  referralId!: string;
}

@InputType({ description: 'The answer of the provider to a referral that lies before it.' })
export class AnswerReferralInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the referral.' })
  referralId!: string;

  @Field(() => ReferralAnswer.type, {
    description: 'Yes or no. A referral with a hold is answered by answering the hold.',
  })
  answer!: ReferralAnswer;

  @Field(() => DeclineReason.type, { nullable: true, description: 'Why not: needed with DECLINE, and only then.' })
  reason?: DeclineReason | null;
}

@InputType({ description: 'Which referrals to list; what is left out does not narrow the list.' })
export class ReferralFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Only those of this pseudonym, as it was said: 7K3M-Q9TX, without regard to case, spaces and hyphen.',
  })
  pseudonym?: string | null;

  @Field(() => [ReferralState.type], { nullable: true, description: 'Only those in one of these states.' })
  states?: ReferralState[] | null;
}

/** What is asked, its identifiers seen to be some. Throws NOT_FOUND or BAD_USER_INPUT. */
export function toAskedReferral({ caseId, organisationId, ground, ...input }: ReferCaseInput): AskedReferral {
  if (!isUuid(caseId)) throw new HubError('NOT_FOUND');
  const [offerId, holdId, days] = [input.offerId ?? null, input.holdId ?? null, input.days ?? null];
  for (const [field, id] of Object.entries({ organisationId, offerId, holdId }))
    if (id !== null && !isUuid(id)) throw new HubError('BAD_USER_INPUT', { field, expected: 'UUID' });
  if (days !== null && (days < 1 || days > longestDays))
    throw new HubError('BAD_USER_INPUT', { field: 'days', expected: `1–${longestDays}` });
  return { caseId, organisationId, offerId, holdId, ground, days };
}

/** Why not; null when the answer is yes. Throws BAD_USER_INPUT when answer and reason do not fit together. */
export function toDecline({ answer, reason }: AnswerReferralInput): DeclineReason | null {
  if (answer === 'ACCEPT' && reason != null)
    throw new HubError('BAD_USER_INPUT', { field: 'reason', expected: 'DECLINE' });
  if (answer === 'DECLINE' && reason == null)
    throw new HubError('BAD_USER_INPUT', { field: 'reason', expected: DeclineReason.codes.join(', ') });
  return reason ?? null;
}

/** What a filter selects; null when nothing can fit it. */
export function referralSelection({ pseudonym, states }: ReferralFilter): ReferralSelection | null {
  const wanted = pseudonym == null ? null : readPseudonym(pseudonym);
  return pseudonym != null && wanted === null ? null : { pseudonym: wanted, states: states ?? null };
}
