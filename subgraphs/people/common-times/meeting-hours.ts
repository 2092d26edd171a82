import type { TimeWindow } from '../../../vocabulary/child.js';

/** When by the clock in the Netherlands people meet in a part of the week, in minutes after midnight. */
export interface MeetingHours {
  readonly part: TimeWindow;
  readonly isWeekend: boolean;
  readonly opens: number;
  readonly closes: number;
}

/** A part of the week has no hours of its own; these are a _proposal_. At night nobody meets. */
export const meetingHours: readonly MeetingHours[] = [
  { part: 'DAYTIME', isWeekend: false, opens: 8 * 60 + 30, closes: 15 * 60 },
  { part: 'AFTER_SCHOOL', isWeekend: false, opens: 15 * 60, closes: 18 * 60 },
  { part: 'EVENING', isWeekend: false, opens: 18 * 60, closes: 22 * 60 },
  { part: 'WEEKEND', isWeekend: true, opens: 9 * 60, closes: 22 * 60 },
];
