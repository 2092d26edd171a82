import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../../platform/paging/pages.js';
import { GraphQLDateTime } from '../../../../vocabulary/scalars.js';
import type { ThemeSessionRow } from './theme-session.read-model.js';
import { ThemeCancelReason, ThemeOutcome, ThemeSessionState } from './theme-session.vocabulary.js';

@ObjectType({ description: 'Who sits in a session of a theme table: a professional, or somebody of an organisation.' })
export class ThemeParticipant {
  /** Not fields: by these the organisation and the professional are found. */
  organisationId!: string;
  professionalId!: string | null;

  @Field(() => String, {
    nullable: true,
    description:
      'The function of the professional when the session was planned, in Dutch; null where an organisation sends somebody.',
  })
  role!: string | null;
}

@ObjectType({
  description: 'A session of a theme table (bijeenkomst van een thematafel): when, where, who, and what was agreed.',
})
export class ThemeSession {
  /** Not fields: by these the theme and the place are found. */
  region!: string;
  themeCode!: string;
  hostOrganisationId!: string | null;

  @Field(() => ID, { description: 'Random identifier of the session in the hub.' })
  id!: string;

  @Field(() => Int, { description: 'Counts its changes: send it with your step.' })
  version!: number;

  @Field(() => GraphQLDateTime, { description: 'When it begins.' })
  plannedAt!: Date;

  @Field(() => Int, { description: 'How long it lasts, in minutes.' })
  minutes!: number;

  @Field(() => ThemeSessionState.type, { description: 'How far it is.' })
  state!: ThemeSessionState;

  @Field(() => [ThemeOutcome.type], { description: 'What was agreed; empty until it was held.' })
  outcomes!: ThemeOutcome[];

  @Field(() => String, {
    nullable: true,
    description: 'What was agreed in a few Dutch words, about nobody in particular; null where the codes say all.',
  })
  summary!: string | null;

  @Field(() => ThemeCancelReason.type, {
    nullable: true,
    description: 'Why it did not take place; null where it may or did.',
  })
  cancelReason!: ThemeCancelReason | null;
}

export const { NodeConnection: ThemeSessionConnection } = connectionTypes('ThemeSession', () => ThemeSession);

/** A session as it may be shown. */
export function toThemeSession(row: ThemeSessionRow): ThemeSession {
  return row;
}

@InputType({ description: 'Which sessions to list; what is left out does not narrow the list.' })
export class ThemeSessionFilter {
  @Field(() => [String], { nullable: true, description: 'Only those of a theme with one of these codes.' })
  themeCodes?: string[] | null;

  @Field(() => [ThemeSessionState.type], { nullable: true, description: 'Only those in one of these states.' })
  states?: ThemeSessionState[] | null;
}
