import { defineEnum } from './define-enum.js';

export const FreshnessState = defineEnum(
  'FreshnessState',
  'How far what somebody told the hub can still be trusted, by its age.',
  {
    FRESH: 'actueel',
    AGING: 'wordt oud',
    STALE: 'verouderd',
    UNKNOWN: 'niet bekend',
  },
);
export type FreshnessState = (typeof FreshnessState.codes)[number];
