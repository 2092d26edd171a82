import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { KeyedAnswer } from '../../../platform/idempotency/keyed-answer.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { GraphQLDateTime, GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import { DischargeBlock, toDischargeBlock } from './discharge/discharge-block.type.js';
import { borrow, Hold, Offer, Organisation } from '../borrowed-types.js';
import { EndReason, KinshipDecision, PlacementStatus } from './placement.vocabulary.js';
import type { KinshipTermRow, PlacementRow } from './reading/placement.read-model.js';

@ObjectType({
  description:
    'The term within which a kinship family must be judged that took the child in before it was (Jeugdwet 5.1 lid 3): thirteen weeks.',
})
export class KinshipTerm {
  @Field(() => GraphQLLocalDate, { description: 'Day of the contract, on which the care started.' })
  contractOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'Last day of the term.' })
  dueOn!: string;

  @Field(() => KinshipDecision.type, { nullable: true, description: 'What was found; null while nothing was.' })
  decision!: KinshipDecision | null;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'The day on which it was found.' })
  decidedOn!: string | null;
}

@ObjectType({ description: 'Care that is given to the child of a case (plaatsing), from its allocation on.' })
@Directive('@key(fields: "id")')
export class Placement {
  @Field(() => ID, { description: 'Identifier of the placement in the hub.' })
  id!: string;

  /** Not a field: its case. */
  caseId!: string;

  /** Not a field: what it came of. */
  referralId!: string | null;

  @Field(() => Organisation, { nullable: true, description: 'Who gives the care; null where it is the own network.' })
  organisation!: Organisation | null;

  @Field(() => Offer, { nullable: true, description: 'The offer that it is of, where it is of one.' })
  offer!: Offer | null;

  @Field(() => Hold, { nullable: true, description: 'The hold that it came of, where it came of one.' })
  hold!: Hold | null;

  @Field(() => LadderRung.type, {
    nullable: true,
    description: 'Its rung; of a tailored arrangement that of its home.',
  })
  rung!: LadderRung;

  @Field(() => LadderRung.type, {
    nullable: true,
    description: 'On which rung the case stood when it started; null of a secondary place, and before it started.',
  })
  previousRung!: LadderRung | null;

  @Field(() => LadderRung.type, {
    nullable: true,
    description: 'Where the child went when it ended, where that was said.',
  })
  nextRung!: LadderRung | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it stands beside the main one, such as a place for time-out.',
  })
  isSecondary!: boolean;

  @Field(() => PlacementStatus.type, { nullable: true, description: 'Where it stands.' })
  status!: PlacementStatus;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was allocated.' })
  allocatedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When the care started; null while it has not.' })
  startedAt!: Date | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'Since when it is interrupted; null when it is not.' })
  pausedAt!: Date | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description: 'When it ended or was cancelled; null while it has not.',
  })
  endedAt!: Date | null;

  @Field(() => EndReason.type, {
    nullable: true,
    description: 'Why it ended; null while it has not, and where it went with its hold and nobody said why.',
  })
  endReason!: EndReason | null;

  @Field(() => KinshipTerm, { nullable: true, description: 'Of kinship care that started; null of any other.' })
  kinshipTerm!: KinshipTerm | null;

  @Field(() => DischargeBlock, {
    nullable: true,
    description:
      'Why the child does not leave it, though it could; null where nothing stands in the way, and once it ended.',
  })
  dischargeBlock!: DischargeBlock | null;

  @Field(() => Int, { nullable: true, description: 'Counts its steps: pass it along with the next.' })
  version!: number;
}

export const { NodeConnection: PlacementConnection } = connectionTypes('Placement', () => Placement);

@ObjectType({ description: 'The answer to a step of a placement.' })
export class ChangedPlacement extends KeyedAnswer {
  @Field(() => Placement, { nullable: true, description: 'The placement as it stands now.' })
  placement!: Placement | null;
}

/** A placement as it may be shown. */
export function toPlacement({ organisationId, offerId, holdId, ...row }: PlacementRow): Placement {
  const { id, caseId, referralId, rung, previousRung, nextRung, isSecondary, status, version } = row;
  const { allocatedAt, startedAt, pausedAt, endedAt, endReason } = row;
  return {
    ...{ id, caseId, referralId, rung, previousRung, nextRung, isSecondary, status, version },
    ...{ allocatedAt, startedAt, pausedAt, endedAt, endReason },
    organisation: borrow(organisationId),
    offer: borrow(offerId),
    hold: borrow(holdId),
    kinshipTerm: toKinshipTerm(row),
    dischargeBlock: toDischargeBlock(row),
  };
}

function toKinshipTerm({ contractOn, dueOn, decision, decidedOn }: KinshipTermRow): KinshipTerm | null {
  return contractOn === null || dueOn === null ? null : { contractOn, dueOn, decision, decidedOn };
}
