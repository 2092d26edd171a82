import { Directive, Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { entityDescriptions } from '../../../vocabulary/entity-descriptions.js';
import { GraphQLLocalDate } from '../../../vocabulary/scalars.js';
import { WindowHours } from '../availability/availability.type.js';
import { Case } from '../borrowed-types.js';
import type { DeploymentRow } from './read/deployment.read-model.js';
import {
  DeploymentActionKind,
  DeploymentEndReason,
  DeploymentPurpose,
  DeploymentStatus,
} from './deployment.vocabulary.js';

@ObjectType({ description: 'One professional in the deployment of a duo.' })
export class DeploymentMember {
  /** Not a field: by this the professional is found. */
  professionalId!: string;

  @Field(() => GraphQLLocalDate, { description: 'First day for this family.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { description: 'Last day for this family.' })
  toOn!: string;

  @Field(() => [WindowHours], { description: 'Hours for this family, by part of the week.' })
  hours!: WindowHours[];
}

@ObjectType({ description: 'Something that a duo did for a family.' })
export class DeploymentAction {
  @Field(() => DeploymentActionKind.type, { description: 'What was done.' })
  kind!: DeploymentActionKind;

  @Field(() => GraphQLLocalDate, { description: 'On which day.' })
  doneOn!: string;

  @Field(() => Float, { description: 'How many hours it took.' })
  hours!: number;
}

@ObjectType({ description: entityDescriptions.Deployment })
@Directive('@key(fields: "id")')
export class Deployment {
  @Field(() => ID, { description: 'Identifier of the deployment in the hub.' })
  id!: string;

  /** Not a field: by this the team is found. */
  teamId!: string;

  @Field(() => Case, { nullable: true, description: 'For which case; null for who may not see it.' })
  case!: Case | null;

  @Field(() => DeploymentPurpose.type, { nullable: true, description: 'What for.' })
  purpose!: DeploymentPurpose;

  @Field(() => DeploymentStatus.type, { nullable: true, description: 'How far it is.' })
  status!: DeploymentStatus;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'First day.' })
  fromOn!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day that was agreed.' })
  toOn!: string;

  @Field(() => GraphQLLocalDate, { nullable: true, description: 'Last day, where it stopped earlier.' })
  endedOn!: string | null;

  @Field(() => DeploymentEndReason.type, { nullable: true, description: 'Why it stopped earlier.' })
  endReason!: DeploymentEndReason | null;

  @Field(() => [DeploymentMember], { nullable: true, description: 'Who goes, went or will go, by first day.' })
  members!: DeploymentMember[];

  @Field(() => [DeploymentAction], { nullable: true, description: 'What was done, the newest first.' })
  actions!: DeploymentAction[];

  @Field(() => Int, { nullable: true, description: 'Counts its changes: a change names the version that was read.' })
  version!: number;
}

/** A deployment as it may be shown. */
export function toDeployment({ caseId, ...row }: DeploymentRow): Deployment {
  return { ...row, case: caseId === null ? null : ({ id: caseId } as Case) };
}
