import { Arg, Args, Ctx, Query, Resolver } from 'type-graphql';
import { PageArgs, toConnection, type Connection } from '../../../platform/paging/pages.js';
import type { CasesContext } from '../context.js';
import { knownMunicipality } from '../lists/known-municipality.js';
import { newestFirst } from '../lists/newest-first.js';
import { ConsultationFilter } from './consultation-filter.type.js';
import { consultationSortValues } from './consultation.read-model.js';
import { Consultation, ConsultationConnection, toConsultation } from './consultation.type.js';

@Resolver(() => Consultation)
export class ConsultationResolver {
  @Query(() => ConsultationConnection, {
    nullable: true,
    description: 'The consultations that the caller may see, newest first.',
  })
  async consultations(
    @Arg('filter', () => ConsultationFilter, { nullable: true, description: 'Narrows the list.' })
    filter: ConsultationFilter | null,
    @Args(() => PageArgs) args: PageArgs,
    @Ctx() { caller, services, audit }: CasesContext,
  ): Promise<Connection<Consultation>> {
    const page = newestFirst(args);
    knownMunicipality('municipalityCode', filter?.municipalityCode);
    const rows = await services.consultations.findPage(caller, filter ?? {}, page);
    const found = toConnection(rows, page, consultationSortValues, toConsultation);
    audit.readNodes('Consultation', found);
    return found;
  }
}
