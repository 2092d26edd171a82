import { Field, ID, InputType, Int } from 'type-graphql';
import { idempotencyKeyText } from '../../../../../platform/idempotency/idempotency-key-text.js';
import { GraphQLDateTime } from '../../../../../vocabulary/scalars.js';
import { ThemeCancelReason, ThemeOutcome } from '../theme-session.vocabulary.js';

@InputType({ description: 'A session of a theme table that is to be held.' })
export class PlanThemeSessionInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => String, { description: 'Code of a theme of the own region.' })
  themeCode!: string;

  @Field(() => GraphQLDateTime, { description: 'When it begins: ahead, within a year.' })
  plannedAt!: Date;

  @Field(() => Int, { description: 'How long it lasts: 30 to 480 minutes, in steps of 15.' })
  minutes!: number;

  @Field(() => ID, {
    nullable: true,
    description: 'The organisation at whose place of work it is; without it all join by video.',
  })
  hostOrganisationId?: string | null;

  @Field(() => [ID], {
    defaultValue: [],
    description: 'The professionals who are asked to come, at most 100: those whom you may find.',
  })
  participantIds!: string[];

  @Field(() => [ID], {
    defaultValue: [],
    description: 'The organisations that each send somebody, at most 100.',
  })
  organisationIds!: string[];
}

@InputType({ description: 'Which session is changed.' })
abstract class ThemeSessionStepInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the session.' })
  sessionId!: string;

  @Field(() => Int, {
    description: 'The `version` that you read. VERSION_CONFLICT when somebody else changed it since.',
  })
  version!: number;
}

@InputType({ description: 'A session that was held.' })
export class RecordThemeSessionInput extends ThemeSessionStepInput {
  @Field(() => [ThemeOutcome.type], { description: 'What was agreed: one at least; NOTHING_AGREED stands alone.' })
  outcomes!: ThemeOutcome[];

  @Field(() => String, {
    nullable: true,
    description:
      'The same in at most 500 characters of Dutch, about nobody in particular: a BSN, a name, an address or a birth date is refused.',
  })
  summary?: string | null;
}

@InputType({ description: 'A session that does not take place.' })
export class CancelThemeSessionInput extends ThemeSessionStepInput {
  @Field(() => ThemeCancelReason.type, { description: 'Why.' })
  reason!: ThemeCancelReason;
}
