/** How far the write-ahead log of the primary had come at a moment of this process. */
export interface Position {
  readonly atMs: number;
  /** In bytes from its beginning. */
  readonly bytes: number;
}

/** Older than a copy may ever be behind. */
const keptMs = 120_000;

/** Where the primary was, and so how old what a copy does not hold yet can be. */
export class PrimaryHistory {
  private positions: Position[] = [];

  note(position: Position): void {
    this.positions = [...this.positions.filter(({ atMs }) => atMs > position.atMs - keptMs), position];
  }

  /** Of a copy that replayed so many bytes, in milliseconds: Infinity where it is further behind than is known. */
  behindMs(replayedBytes: number, nowMs: number): number {
    const passed = this.positions.findLast(({ bytes }) => bytes <= replayedBytes);
    return passed ? nowMs - passed.atMs : Infinity;
  }
}
