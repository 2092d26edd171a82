import { Field, ObjectType } from 'type-graphql';
import type { Language } from '../../../../platform/errors/errors.js';
import { KeyedAnswer } from '../../../../platform/idempotency/keyed-answer.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import { RowError, toRowError } from '../../../../platform/input/row-error.type.js';
import { PublicationOutcome } from './publication-outcome.js';
import type { PublicationRecord } from './publication.service.js';

@ObjectType({ description: 'What became of one report.' })
export class PublicationResult {
  /** Not a field: the offer of the key, where there is one. */
  offerId!: string | null;

  @Field(() => String, { description: 'The key of the offer, as it was sent.' })
  offerKey!: string;

  @Field(() => PublicationOutcome.type, { description: 'What became of it.' })
  outcome!: PublicationOutcome;

  @Field(() => RowError, { nullable: true, description: 'Why it is REJECTED or OUTDATED; otherwise null.' })
  error!: RowError | null;
}

@ObjectType({ description: 'The answer to a publication. What is ACCEPTED here is kept, whatever happens next.' })
export class Publication extends KeyedAnswer {
  @Field(() => GraphQLDateTime, { description: 'When the hub received the figures.' })
  receivedAt!: Date;

  @Field(() => [PublicationResult], {
    description: 'What became of each report, in the order in which they were sent.',
  })
  results!: PublicationResult[];
}

/** A publication as its sender reads it; the keys are those of the request, which is the same when it is a replay. */
export function toPublication(
  { receivedAt, rows }: PublicationRecord,
  isReplay: boolean,
  sent: readonly { readonly offerKey: string }[],
  language: Language,
): Publication {
  const results = rows.map(({ outcome, offerId, fault }, index) => ({
    offerKey: sent[index]?.offerKey ?? '',
    outcome,
    offerId,
    error: fault && toRowError(fault, language),
  }));
  return { receivedAt: new Date(receivedAt), isReplay, results };
}
