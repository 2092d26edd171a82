/** What somebody who knows only the rules expects of one offer and its holds; every hold is of one unit. */
export interface HoldModel {
  /** Milliseconds since 1970: the clock that the database shows. */
  now: number;
  maximum: number;
  /** As last reported, and when. */
  available: number;
  reportedAt: number;
  wasLowered: boolean;
  readonly holds: ModelHold[];
  nextCase: number;
}

export interface ModelHold {
  readonly id: string;
  readonly caseNumber: number;
  state: 'REQUESTED' | 'ACTIVE' | 'CONVERTED' | 'OVER';
  dueAt: number;
  /** Whether the last report was given after the provider had said yes: then its figure counts this hold. */
  isReported: boolean;
}

const hour = 3_600_000;
export const answerHours = 24;
export const holdHours = 72;
const staleHours = 72;

export function live({ holds }: HoldModel): ModelHold[] {
  return holds.filter(({ state }) => state !== 'OVER');
}

export function isStale({ now, reportedAt }: HoldModel): boolean {
  return now >= reportedAt + staleHours * hour;
}

/** What is free: the figure less what it does not count, and never more than the size leaves beside what is kept. */
export function freeIn(model: HoldModel): number {
  const kept = live(model);
  const uncounted = kept.filter(({ isReported }) => !isReported).length;
  const keeping = kept.filter(({ isReported, state }) => !(isReported && state === 'CONVERTED')).length;
  return Math.max(0, Math.min(model.available - uncounted, model.maximum - keeping));
}

/** Lets time pass: what nobody answered or used within its term is over. */
export function pass(model: HoldModel, milliseconds: number): void {
  model.now += milliseconds;
  for (const hold of model.holds) if (hold.state !== 'CONVERTED' && hold.dueAt <= model.now) hold.state = 'OVER';
}

export function requested(model: HoldModel, id: string): void {
  const dueAt = model.now + answerHours * hour;
  model.holds.push({ id, caseNumber: model.nextCase, state: 'REQUESTED', dueAt, isReported: false });
}

export function accepted(model: HoldModel, hold: ModelHold): void {
  hold.state = 'ACTIVE';
  hold.dueAt = model.now + holdHours * hour;
}

/** A report of what the provider sees in its rooms: who was promised a place and who is there, less those who left unseen by the hub. */
export function reported(model: HoldModel, maximum: number, haveLeft: number): void {
  const promised = live(model).filter(({ state }) => state !== 'REQUESTED');
  const inCare = promised.filter(({ state }) => state === 'CONVERTED').length;
  const occupied = promised.length - Math.min(haveLeft, inCare);
  model.wasLowered ||= maximum < model.maximum;
  model.maximum = maximum;
  model.available = Math.max(0, maximum - occupied);
  model.reportedAt = model.now;
  for (const hold of promised) hold.isReported = true;
}
