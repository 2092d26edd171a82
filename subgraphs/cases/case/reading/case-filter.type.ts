import { Field, ID, InputType } from 'type-graphql';
import { AgeBand } from '../../../../vocabulary/age-band.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import { MunicipalityCode } from '../../../../vocabulary/scalars.js';
import { CaseStatus } from '../case.vocabulary.js';

@InputType({ description: 'Which cases to list; what is left out does not narrow the list.' })
export class CaseFilter {
  @Field(() => String, { nullable: true, description: 'Only the case of this number, such as FL-26-0042.' })
  number?: string | null;

  @Field(() => [CaseStatus.type], { nullable: true, description: 'Only cases in one of these states.' })
  statuses?: CaseStatus[] | null;

  @Field(() => MunicipalityCode, { nullable: true, description: 'Only children who live in this municipality.' })
  municipalityCode?: string | null;

  @Field(() => [AgeBand.type], { nullable: true, description: 'Only children in one of these age bands.' })
  ageBands?: AgeBand[] | null;

  @Field(() => [LadderRung.type], {
    nullable: true,
    description: 'Only children who are now on one of these rungs of help.',
  })
  rungs?: LadderRung[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Only children for whom placement out of home threatens, or does not.',
  })
  isThreatenedOutOfHome?: boolean | null;

  @Field(() => ID, { nullable: true, description: 'Only cases of this organisation.' })
  ownerOrganisationId?: string | null;
}
