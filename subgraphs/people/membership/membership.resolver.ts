import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { PeopleContext } from '../context.js';
import { Professional } from '../professional/professional.type.js';
import { TeamMembership } from './membership.type.js';

@Resolver(() => TeamMembership)
export class MembershipResolver {
  @FieldResolver(() => Professional, {
    nullable: true,
    description: 'Who it is; null for someone whom the caller may not find.',
  })
  professional(
    @Root() { professionalId }: TeamMembership,
    @Ctx() { loaders }: PeopleContext,
  ): Promise<Professional | null> {
    return loaders.professionals.load(professionalId);
  }
}
