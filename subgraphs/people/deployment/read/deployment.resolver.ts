import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { hasRole } from '../../../../platform/identity/caller.js';
import { isUuid } from '../../../../platform/input/identifiers.js';
import { found } from '../../access/keys.js';
import { Case } from '../../borrowed-types.js';
import type { PeopleContext } from '../../context.js';
import { Professional } from '../../professional/professional.type.js';
import { Team } from '../../team/team.type.js';
import { Deployment, DeploymentMember, toDeployment } from '../deployment.type.js';

@Resolver(() => Deployment)
export class DeploymentResolver {
  @Query(() => Deployment, {
    nullable: true,
    description: 'One deployment of a duo. NOT_FOUND when it does not exist or is not yours to see.',
  })
  async deployment(
    @Arg('id', () => ID, { description: 'Identifier of the deployment.' }) id: string,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Deployment> {
    return toDeployment(await found(loaders.deployments, id));
  }

  @FieldResolver(() => Team, { nullable: true, description: 'The team of both.' })
  team(@Root() { teamId }: Deployment, @Ctx() { loaders }: PeopleContext): Promise<Team | null> {
    return loaders.teams.load(teamId);
  }
}

@Resolver(() => DeploymentMember)
export class DeploymentMemberResolver {
  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'Who goes; null for whom the caller may not find.',
  })
  professional(
    @Root() { professionalId }: DeploymentMember,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Professional | null> {
    return loaders.professionals.load(professionalId);
  }

  @FieldResolver(() => ID, {
    nullable: true,
    name: 'professionalId',
    description:
      'Identifier of who goes, also of whom the caller finds no more, for a broker: by this `swapDuoMember` takes out who left. Null for others.',
  })
  idOfWhoGoes(@Root() { professionalId }: DeploymentMember, @Ctx() { caller }: PeopleContext): string | null {
    return hasRole(caller, 'care-broker') ? professionalId : null;
  }
}

/** What people adds to a case: who went there. */
@Resolver(() => Case)
export class CaseDeploymentsResolver {
  @FieldResolver(() => [Deployment], {
    nullable: true,
    description: 'The duos that went or go to the family, the latest first.',
  })
  async deployments(@Root() { id }: Case, @Ctx() { loaders }: PeopleContext): Promise<Deployment[]> {
    const rows = isUuid(id) ? await loaders.deploymentsOfCase.load(id) : null;
    return (rows ?? []).map(toDeployment);
  }
}
