import { defineEnum } from '../../../../vocabulary/define-enum.js';

export const ProductUnit = defineEnum(
  'ProductUnit',
  'In what an allocated amount is told, with its code in iJw (WJ756).',
  {
    MINUTE: 'minuut (01)',
    HOUR: 'uur (04)',
    DAY: 'etmaal (14)',
    DAYDEEL: 'dagdeel van vier uur (16)',
    OUTPUT: 'stuks, output (82)',
    EURO: 'euro (83)',
    EFFORT: 'stuks, inspanning (84)',
  },
);
export type ProductUnit = (typeof ProductUnit.codes)[number];

export const ProductFrequency = defineEnum(
  'ProductFrequency',
  'Per how long an allocated amount counts, with its code in iJw (WMO757).',
  {
    PER_DAY: 'per dag (1)',
    PER_WEEK: 'per week (2)',
    PER_MONTH: 'per maand (4)',
    TOTAL: 'in totaal, binnen de looptijd van de toewijzing (6)',
  },
);
export type ProductFrequency = (typeof ProductFrequency.codes)[number];
