import { ArgsType, Field, Float, InputType, Int } from 'type-graphql';
import { FigureArgs } from '../../../../figures/figure-args.js';
import { LadderRung } from '../../../../vocabulary/ladder.js';

@InputType({ description: 'What a day of a stay costs. The hub knows no prices: whoever asks gives them.' })
export class TariffInput {
  @Field(() => LadderRung.type, { description: 'The rung of the stay: KINSHIP_FOSTER to SECURE. Each rung once.' })
  rung!: LadderRung;

  @Field(() => Float, { description: 'Euro for a day, from 0.01 to 9999.99, in whole cents.' })
  euroPerDay!: number;
}

/** What days that were avoided are weighed by. */
@ArgsType()
export class CostBenefitArgs extends FigureArgs {
  @Field(() => [TariffInput], { description: 'The prices to reckon with, 1 to 5 of them.' })
  tariffs!: TariffInput[];

  @Field(() => Int, {
    description:
      'How many days a stay is taken to last that was prevented or shortened, 1 to 1826; for an analyst 360. There is no default: nobody knows it.',
  })
  assumedStayDays!: number;
}
