import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { municipality, Municipality } from '../../../vocabulary/places/municipality.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { ExpertiseCode } from '../expertise/expertise.vocabulary.js';
import { WayfinderSituation } from '../guides/guide.vocabulary.js';
import type { NetworkRequestRow } from './network-request.read-model.js';
import {
  EscalationReason,
  HandOnReason,
  NetworkAnswer,
  NetworkFunction,
  NetworkRequestState,
} from './network-request.vocabulary.js';

@ObjectType({
  description:
    'A question to the network (vraag aan het netwerk): what is sought and where, in codes only. It names no case and no child.',
})
export class NetworkRequest {
  @Field(() => ID, { description: 'Random identifier of the question in the hub.' })
  id!: string;

  /** Not a field: by this the team is found. */
  teamId!: string;

  /** Not a field: by this the organisation that asked is found. */
  askedById!: string | null;

  /** Not fields: by what the caller is to the question, its steps are found. */
  isCarrier!: boolean;
  isBroker!: boolean;
  isAsker!: boolean;

  @Field(() => Int, { description: 'Counts its changes: send it with your step.' })
  version!: number;

  @Field(() => NetworkFunction.type, { description: 'What is asked.' })
  function!: NetworkFunction;

  @Field(() => WayfinderSituation.type, { description: 'In which situation.' })
  situation!: WayfinderSituation;

  @Field(() => ExpertiseCode.type, { nullable: true, description: 'What somebody should be at home in; null for any.' })
  expertise!: ExpertiseCode | null;

  @Field(() => Municipality, { description: 'Where help is sought.' })
  municipality!: Municipality;

  @Field(() => NetworkRequestState.type, { description: 'How far it is.' })
  state!: NetworkRequestState;

  @Field(() => GraphQLDateTime, { description: 'When it was asked.' })
  askedAt!: Date;

  @Field(() => GraphQLDateTime, {
    description: 'By when somebody calls back: 48 clock hours later, whoever it is handed on to.',
  })
  dueAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When somebody first called back; null until then.' })
  firstContactAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether nobody has called back though the 48 hours are over.' })
  isOverdue!: boolean;

  @Field(() => Boolean, { description: 'Whether the 48 hours were over before somebody called back.' })
  isBreached!: boolean;

  @Field(() => NetworkAnswer.type, { nullable: true, description: 'What was answered last.' })
  answer!: NetworkAnswer | null;

  @Field(() => Int, { description: 'How many times it was handed on.' })
  timesHandedOn!: number;

  @Field(() => HandOnReason.type, { nullable: true, description: 'Why it was handed on last.' })
  handOnReason!: HandOnReason | null;

  @Field(() => EscalationReason.type, { nullable: true, description: 'Why it was escalated last.' })
  escalationReason!: EscalationReason | null;
}

export const { NodeConnection: NetworkRequestConnection } = connectionTypes('NetworkRequest', () => NetworkRequest);

/** A question as it may be shown. */
export function toNetworkRequest({ municipalityCode, ...row }: NetworkRequestRow): NetworkRequest {
  return { ...row, municipality: municipality(municipalityCode) };
}

@InputType({ description: 'Which questions to list; what is left out does not narrow the list.' })
export class NetworkRequestFilter {
  @Field(() => [NetworkRequestState.type], { nullable: true, description: 'Only those in one of these states.' })
  states?: NetworkRequestState[] | null;

  @Field(() => [NetworkFunction.type], { nullable: true, description: 'Only those that ask one of these.' })
  functions?: NetworkFunction[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that nobody called back for within 48 hours and that still wait, or only the others.',
  })
  overdue?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those for which the 48 hours were over before somebody called back, or only the others.',
  })
  breached?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only those that the caller asked, or only the others.',
  })
  askedByMe?: boolean | null;
}

@ObjectType({ description: 'The answer to a step of a question to the network.' })
export class ChangedNetworkRequest extends KeyedAnswer {
  @Field(() => NetworkRequest, { nullable: true, description: 'The question as it stands now.' })
  networkRequest!: NetworkRequest | null;
}
