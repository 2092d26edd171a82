import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const PlacementGrouping = defineEnum('PlacementGrouping', 'By what placements are grouped.', {
  MONTH: 'maand',
  MUNICIPALITY: 'gemeente van het kind',
});
export type PlacementGrouping = (typeof PlacementGrouping.codes)[number];
