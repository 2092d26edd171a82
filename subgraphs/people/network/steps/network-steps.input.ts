import { Field, ID, InputType, Int } from 'type-graphql';
import { idempotencyKeyText } from '../../../../platform/idempotency/idempotency-key-text.js';
import { MunicipalityCode } from '../../../../vocabulary/scalars.js';
import { ExpertiseCode } from '../../expertise/expertise.vocabulary.js';
import { WayfinderSituation } from '../../guides/guide.vocabulary.js';
import { EscalationReason, HandOnReason, NetworkAnswer, NetworkFunction } from '../network-request.vocabulary.js';

@InputType({ description: 'A question to the network. It names no case: who calls back hears the rest.' })
export class AskNetworkInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => NetworkFunction.type, { description: 'What is asked.' })
  function!: NetworkFunction;

  @Field(() => WayfinderSituation.type, { description: 'In which situation.' })
  situation!: WayfinderSituation;

  @Field(() => MunicipalityCode, { description: 'Where help is sought.' })
  municipalityCode!: string;

  @Field(() => ExpertiseCode.type, { nullable: true, description: 'What somebody should be at home in.' })
  expertise?: ExpertiseCode | null;
}

@InputType({ description: 'A step of a question to the network.' })
abstract class NetworkStepInput {
  @Field(() => String, { description: idempotencyKeyText })
  idempotencyKey!: string;

  @Field(() => ID, { description: 'Identifier of the question.' })
  requestId!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@InputType({ description: 'What is answered to a question to the network.' })
export class AnswerRequestInput extends NetworkStepInput {
  @Field(() => NetworkAnswer.type, { description: 'The answer; CONTACTED where it follows later.' })
  answer!: NetworkAnswer;
}

@InputType({ description: 'A question goes on to another team.' })
export class HandOnRequestInput extends NetworkStepInput {
  @Field(() => HandOnReason.type, { description: 'Why.' })
  reason!: HandOnReason;

  @Field(() => ID, { nullable: true, description: 'To which team; without it to the one that can answer best.' })
  toTeamId?: string | null;
}

@InputType({ description: 'A question is put before the brokers of the region.' })
export class EscalateRequestInput extends NetworkStepInput {
  @Field(() => EscalationReason.type, { description: 'Why.' })
  reason!: EscalationReason;
}
