/** The figures of dashboards, with what must be chosen of each. */
const figures: readonly (readonly [string, string])[] = [
  ...['residentialCount', 'ladderShift', 'waitingQuarters', 'goalProgress'].map((name) => [name, ''] as const),
  ...['sla48h', 'fosterToResidential', 'fosterEndings', 'duoUse', 'networkResponse'].map(
    (name) => [name, ', by: MONTH'] as const,
  ),
  ...['waitingTimes', 'dischargeBlocked'].map((name) => [name, ', by: RUNG'] as const),
  ['unmetNeed', ', by: REASON'],
  ['stuckCases', ', by: RUNG, measure: WEEKS'],
  ['retDiscussed', ', by: MONTH, subject: RESIDENTIAL'],
  ['costBenefit', ', assumedStayDays: 360, tariffs: [{ rung: SECURE, euroPerDay: 1 }]'],
];

/** The arguments of every figure for one year. */
export function figureArguments(year: number): Readonly<Record<string, string>> {
  return Object.fromEntries(figures.map(([name, by]) => [name, `year: ${year}${by}`]));
}
