import { Field, ID, InputType, Int } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';
import { MunicipalityCode } from '../../../../vocabulary/scalars.js';
import { CaseFactsInput } from '../steps/case-facts.input.js';

@InputType({ description: 'A child for whom help is sought from now on. Nothing by which the child could be named.' })
export class OpenCaseInput extends CaseFactsInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, {
    nullable: true,
    description:
      'The consultation that becomes a case: it stays with the case, with its contacts. One becomes one case.',
  })
  consultationId?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The organisation that brings the case and keeps its file. Whoever brings cases for an organisation brings it for that one; a broker names it, or none, and without it the organisation that asked the consultation.',
  })
  ownerOrganisationId?: string | null;

  @Field(() => Int, { description: 'Year of birth of the child, 1990 to 2100. The day is never told.' })
  birthYear!: number;

  @Field(() => MunicipalityCode, { description: 'Municipality where the child lives.' })
  municipalityCode!: string;

  @Field(() => LadderRung.type, {
    defaultValue: 'OWN_HOME',
    description: 'The rung of help on which the child is now.',
  })
  currentRung!: LadderRung;
}
