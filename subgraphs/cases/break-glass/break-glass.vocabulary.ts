import { defineEnum } from '../../../vocabulary/define-enum.js';

export const BreakGlassReason = defineEnum('BreakGlassReason', 'Why somebody opens what a restricted case hides.', {
  IMMEDIATE_DANGER: 'acuut gevaar voor het kind of een ander',
  CRISIS_PLACEMENT: 'nu een plek nodig, dicht bij of juist ver van huis',
  MISSING_CHILD: 'het kind is vermist of weggelopen',
  OWNER_UNREACHABLE: 'de casushouder is niet te bereiken en wachten kan niet',
  OTHER: 'een andere reden, die de toelichting noemt',
});
export type BreakGlassReason = (typeof BreakGlassReason.codes)[number];

export const BreakGlassVerdict = defineEnum(
  'BreakGlassVerdict',
  'What the privacy officer found. FURTHER_INQUIRY leaves the review open.',
  {
    JUSTIFIED: 'terecht',
    UNJUSTIFIED: 'onterecht',
    FURTHER_INQUIRY: 'nader onderzoek',
  },
);
export type BreakGlassVerdict = (typeof BreakGlassVerdict.codes)[number];
