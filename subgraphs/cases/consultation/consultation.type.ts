import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { municipality, Municipality } from '../../../vocabulary/places/municipality.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import type { ConsultationRow } from './consultation.entity.js';
import {
  AbandonReason,
  ConsultationChannel,
  ConsultationStatus,
  InterventionKind,
  ResultKind,
} from './consultation.vocabulary.js';
import { firstContactDueAt } from './first-contact.rules.js';
import { Referrer, toReferrer } from './referrer.type.js';

/** Every field but the key is nullable: when cases is down, the rest of an answer that names a consultation stands. */
@ObjectType({
  description:
    'A consultation (consultatie): contact about one child in one reporting year, from a single call to long help.',
})
@Directive('@key(fields: "id")')
export class Consultation {
  @Field(() => ID, { description: 'Random identifier of the consultation in the hub.' })
  id!: string;

  /** Not a field: the case that it became, for who may see that. */
  caseId!: string | null;

  @Field(() => Int, { nullable: true, description: 'The calendar year in whose report the consultation counts.' })
  reportingYear!: number;

  @Field(() => Municipality, { nullable: true, description: 'Municipality of the child.' })
  municipality!: Municipality;

  @Field(() => Referrer, { nullable: true, description: 'Who asked.' })
  referrer!: Referrer;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the referrer said who the child is; an anonymous question is answered too.',
  })
  isIdentified!: boolean;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the question came in.' })
  receivedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When somebody first answered; null while nobody has.' })
  firstContactAt!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'By when somebody must have answered: 48 clock hours after `receivedAt`.',
  })
  firstContactDueAt!: Date;

  @Field(() => ConsultationChannel.type, { nullable: true, description: 'How the question came in.' })
  channel!: ConsultationChannel;

  @Field(() => [InterventionKind.type], {
    nullable: true,
    description: 'What was done for the child: several, one or nothing.',
  })
  interventions!: InterventionKind[];

  @Field(() => ResultKind.type, { nullable: true, description: 'What it led to, as far as is known.' })
  result!: ResultKind;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the consultation ended; null while it goes on.' })
  closedAt!: Date | null;

  @Field(() => ConsultationStatus.type, { nullable: true, description: 'How far the consultation is.' })
  status!: ConsultationStatus;

  @Field(() => AbandonReason.type, {
    nullable: true,
    description: 'Why it was not gone on with; null unless ABANDONED.',
  })
  abandonReason!: AbandonReason | null;

  @Field(() => Int, { nullable: true, description: 'Counts its changes: send it with each step that you take.' })
  version!: number;
}

export const { NodeConnection: ConsultationConnection } = connectionTypes('Consultation', () => Consultation);

/** A consultation as it may be shown. */
export function toConsultation(row: ConsultationRow): Consultation {
  const {
    id,
    reportingYear,
    isIdentified,
    receivedAt,
    firstContactAt,
    channel,
    interventions,
    result,
    closedAt,
    status,
    abandonReason,
    version,
    caseId,
  } = row;
  return {
    ...{
      id,
      reportingYear,
      isIdentified,
      receivedAt,
      firstContactAt,
      channel,
      interventions,
      result,
      closedAt,
      status,
      abandonReason,
      version,
      caseId,
    },
    municipality: municipality(row.municipalityCode),
    firstContactDueAt: firstContactDueAt(receivedAt),
    referrer: toReferrer(row),
  };
}
