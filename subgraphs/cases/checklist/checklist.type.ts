import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../../vocabulary/entity-descriptions.js';
import { LadderRung } from '../../../vocabulary/ladder.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { Need } from '../need/need.type.js';
import { gapsFor } from './checklist.rules.js';
import type { ChecklistRow } from './checklist.store.js';
import { AlternativeVerdict, ChecklistState, FamilyFormReason, NotSuitableReason } from './checklist.vocabulary.js';

@ObjectType({ description: 'What became of one lighter form of help.' })
export class ChecklistAlternative {
  @Field(() => LadderRung.type, { description: 'Which form of help.' })
  rung!: LadderRung;

  @Field(() => AlternativeVerdict.type, { description: 'What became of it.' })
  verdict!: AlternativeVerdict;

  @Field(() => NotSuitableReason.type, {
    nullable: true,
    description: 'Why it does not suit; null unless NOT_SUITABLE.',
  })
  reason!: NotSuitableReason | null;
}

/** Every field but the key is nullable: when cases is down, the rest of an answer that names a checklist stands. */
@ObjectType({ description: entityDescriptions.ResidentialChecklist })
@Directive('@key(fields: "id")')
export class ResidentialChecklist {
  @Field(() => ID, { description: 'Identifier of the checklist: that of its case.' })
  id!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'Counts its changes: send it with each answer. 0 while nobody answered anything.',
  })
  version!: number;

  @Field(() => ChecklistState.type, { nullable: true, description: 'Whether it was completed.' })
  state!: ChecklistState;

  @Field(() => [ChecklistAlternative], {
    nullable: true,
    description: 'The lighter forms of help that were weighed, lightest first.',
  })
  alternatives!: ChecklistAlternative[];

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether others were asked to think along; null while nobody answered.',
  })
  isConsultationHeld!: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the regional expert team (RET) discussed it; null while nobody answered.',
  })
  isRetDiscussed!: boolean | null;

  @Field(() => FamilyFormReason.type, {
    nullable: true,
    description: 'Why foster care or a family home will not do (Jeugdwet 2.3(6)); null while nobody said.',
  })
  familyFormReason!: FamilyFormReason | null;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was completed; null while it is open.' })
  completedAt!: Date | null;

  @Field(() => [String], {
    nullable: true,
    description:
      'What lacks for a place in a group: rungs that were not weighed, CONSULTATION, RET, FAMILY_FORM_REASON.',
  })
  missing!: string[];

  @Field(() => Need, { nullable: true, description: 'The need of the case; null while it has not been described.' })
  need!: Need | null;
}

const nothingAnswered = {
  version: 0,
  state: 'OPEN',
  alternatives: [],
  isConsultationHeld: null,
  isRetDiscussed: null,
  familyFormReason: null,
  completedAt: null,
} as const satisfies Omit<ChecklistRow, 'caseId'>;

/** A checklist as it may be shown, with the need of its case; where nobody answered anything it is an empty one. */
export function toChecklist(id: string, row: ChecklistRow | null, need: Need | null): ResidentialChecklist {
  const { version, state, isConsultationHeld, isRetDiscussed, familyFormReason, completedAt, alternatives } =
    row ?? nothingAnswered;
  return {
    ...{ id, version, state, isConsultationHeld, isRetDiscussed, familyFormReason, completedAt, need },
    alternatives: LadderRung.codes.flatMap((rung) => alternatives.filter((one) => one.rung === rung)),
    missing: gapsFor('RESIDENTIAL_GROUP', row),
  };
}
