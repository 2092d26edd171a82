import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { PageArgs } from '../../../platform/pages.js';
import type { NeedFields } from '../../../vocabulary/need.js';
import { Case } from '../borrowed-types.js';
import type { CapacityContext } from '../context.js';
import { OptionConnection } from './option.type.js';

/** The fields of a need that the ranking and its reasons read. */
const neededFields = [
  'rungs',
  'heaviestRung',
  'birthYear',
  'sex',
  'municipalityCode',
  'responsibleMunicipalityCode',
  'startByOn',
  'hoursPerWeek',
  'timeWindows',
  'childrenTogether',
  'nearPostcode4',
  'schoolPostcode4',
  'maxDistanceKm',
  'characteristics',
  'placeFeatures',
  'languages',
  'legalFrameworks',
  'contractedOnly',
  'isCrisis',
] as const satisfies readonly (keyof NeedFields)[];

/** What capacity adds to a case: its options, from the need that cases gives along. */
@Resolver(() => Case)
export class CaseOptionsResolver {
  @FieldResolver(() => OptionConnection, {
    nullable: true,
    description: 'The options for the need of this case; null while no need is described.',
  })
  @Directive(`@requires(fields: "need { ${neededFields.join(' ')} }")`)
  options(
    @Root() { need }: Case,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { caller, services }: CapacityContext,
  ): Promise<OptionConnection> | null {
    return need ? services.options.find(caller, need, page, false) : null;
  }
}
