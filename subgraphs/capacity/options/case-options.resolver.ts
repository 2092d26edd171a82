import { Args, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { isUuid } from '../../../platform/input/identifiers.js';
import { PageArgs } from '../../../platform/paging/pages.js';
import type { NeedFields } from '../../../vocabulary/need.js';
import { Case } from '../borrowed-types.js';
import type { CapacityContext } from '../context.js';
import { OptionConnection } from './option.type.js';

/** The borrowed need is wanted whole: federation refuses a field that is borrowed and not asked for. */
const wholeNeed: Readonly<Record<keyof NeedFields, true>> = {
  rungs: true,
  heaviestRung: true,
  birthYear: true,
  sex: true,
  municipalityCode: true,
  responsibleMunicipalityCode: true,
  startByOn: true,
  durationWeeks: true,
  hoursPerWeek: true,
  timeWindows: true,
  childrenTogether: true,
  nearPostcode4: true,
  schoolPostcode4: true,
  maxDistanceKm: true,
  characteristics: true,
  placeFeatures: true,
  languages: true,
  legalFrameworks: true,
  contractedOnly: true,
  isCrisis: true,
};

/** What capacity adds to a case: its options, from the need that cases gives along. */
@Resolver(() => Case)
export class CaseOptionsResolver {
  @FieldResolver(() => OptionConnection, {
    nullable: true,
    description: 'The options for the need of this case; null while no need is described.',
  })
  @Directive(`@requires(fields: "need { ${Object.keys(wholeNeed).join(' ')} }")`)
  options(
    @Root() { id, need }: Case,
    @Args(() => PageArgs) page: PageArgs,
    @Ctx() { loaders, audit }: CapacityContext,
  ): Promise<OptionConnection> | null {
    if (isUuid(id)) audit.read('Case', [id]);
    return need ? loaders.searches.load({ need, ...page, mustKnowPostcodes: false }) : null;
  }
}
