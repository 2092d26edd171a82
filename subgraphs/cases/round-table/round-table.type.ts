import { Field, ID, Int, ObjectType } from 'type-graphql';
import { connectionTypes } from '../../../platform/paging/pages.js';
import { GraphQLDateTime } from '../../../vocabulary/scalars.js';
import { Organisation, Professional } from '../borrowed-types.js';
import type { RoundTableRow } from './round-table.read-model.js';
import { RoundTableKind, RoundTableState, TableCancelReason, TableDecision } from './round-table.vocabulary.js';

@ObjectType({
  description:
    'A round table (ronde tafel): professionals, and parents where they will, think about one child. While it is planned, who sits at it sees what it is about.',
})
export class RoundTable {
  @Field(() => ID, { description: 'Random identifier of the table in the hub.' })
  id!: string;

  @Field(() => Int, { description: 'Counts its changes: send it with each step that you take.' })
  version!: number;

  @Field(() => RoundTableKind.type, { description: 'What kind of meeting it is.' })
  kind!: RoundTableKind;

  @Field(() => RoundTableState.type, { description: 'How far it is.' })
  state!: RoundTableState;

  @Field(() => GraphQLDateTime, { description: 'When it is, or was, to be held.' })
  plannedAt!: Date;

  @Field(() => GraphQLDateTime, { nullable: true, description: 'When it was held; null until then.' })
  heldAt!: Date | null;

  @Field(() => TableCancelReason.type, {
    nullable: true,
    description: 'Why it does not take place; null unless CANCELLED.',
  })
  cancelReason!: TableCancelReason | null;

  @Field(() => [Professional], {
    nullable: 'itemsAndList',
    description: 'The professionals who are asked to come; once it was held, those who came.',
  })
  participants!: Professional[];

  @Field(() => [Organisation], {
    nullable: 'itemsAndList',
    description: 'The organisations that take part, whoever comes for them.',
  })
  organisations!: Organisation[];

  @Field(() => Boolean, {
    description:
      'Whether a certified institution (GI) is involved with the child: as was told, or as the case itself says.',
  })
  isInstitutionInvolved!: boolean;

  @Field(() => Boolean, { description: 'Whether that institution was invited: always, where it is involved (W7).' })
  isInstitutionInvited!: boolean;

  @Field(() => Boolean, { nullable: true, description: 'Whether parents were there; null until it was held.' })
  areParentsPresent!: boolean | null;

  @Field(() => [TableDecision.type], { description: 'What was decided; empty until it was held.' })
  decisions!: TableDecision[];

  /** What it is about, which resolvers load. */
  caseId!: string | null;
  consultationId!: string | null;
}

export const { NodeConnection: RoundTableConnection } = connectionTypes('RoundTable', () => RoundTable);

/** A round table as it may be shown. */
export function toRoundTable({ participantIds, organisationIds, decisions, ...row }: RoundTableRow): RoundTable {
  return {
    ...row,
    decisions: [...decisions],
    participants: participantIds.map((id) => ({ id })),
    organisations: organisationIds.map((id) => ({ id })),
  };
}
