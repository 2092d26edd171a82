import { Field, ID, InputType } from 'type-graphql';
import { HubError } from '../../../../platform/errors/errors.js';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { remark } from '../../../../platform/input/free-text.js';
import { defineEnum } from '../../../../vocabulary/define-enum.js';
import { DeclineReason } from '../../../../vocabulary/decline-reason.js';
import type { Refusal } from './hold-steps.store.js';

export const HoldAnswer = defineEnum('HoldAnswer', 'What a provider answers to a hold.', {
  ACCEPT: 'ja, de plaats is toegezegd',
  REFUSE: 'nee, met een reden',
});
export type HoldAnswer = (typeof HoldAnswer.codes)[number];

@InputType({ description: "The provider's answer to a hold of one of its own offers." })
export class AnswerHoldInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the hold.' })
  holdId!: string;

  @Field(() => HoldAnswer.type, { description: 'Yes or no; no is possible even where a place shows free.' })
  answer!: HoldAnswer;

  @Field(() => DeclineReason.type, { nullable: true, description: 'Why not: needed with REFUSE, and only then.' })
  reason?: DeclineReason | null;

  @Field(() => String, {
    nullable: true,
    description:
      'An explanation of at most 500 characters, with REFUSE only and needed with OTHER; nothing that names a child, no BSN.',
  })
  note?: string | null;
}

@InputType({ description: 'One hold, to be released or to be turned into care.' })
export class HoldStepInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the hold.' })
  holdId!: string;
}

const longestNote = 500;

/** The refusal in an answer; null when the answer is yes. Throws BAD_USER_INPUT when reason, note and answer do not fit together. */
export function toRefusal({ answer, reason, note }: AnswerHoldInput): Refusal | null {
  const explanation = remark('note', note, longestNote);
  if (answer === 'ACCEPT') {
    if (reason != null) throw new HubError('BAD_USER_INPUT', { field: 'reason', expected: 'REFUSE' });
    if (explanation !== null) throw new HubError('BAD_USER_INPUT', { field: 'note', expected: 'REFUSE' });
    return null;
  }
  if (reason == null)
    throw new HubError('BAD_USER_INPUT', { field: 'reason', expected: DeclineReason.codes.join(', ') });
  if (reason === 'OTHER' && explanation === null)
    throw new HubError('BAD_USER_INPUT', { field: 'note', expected: `1–${longestNote}` });
  return { code: reason, note: explanation };
}
