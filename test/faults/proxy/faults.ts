import { setTimeout as wait } from 'node:timers/promises';
import type { Socket } from 'node:net';

/** What a network, or whoever sits at its other end, can do to a connection. */
export type Fault = 'refuse' | 'hang' | 'reset' | 'delay' | 'drip' | 'truncate' | 'garble' | 'blackhole' | 'error page';

export const tcpFaults = ['refuse', 'hang', 'reset', 'delay', 'drip', 'truncate', 'garble', 'blackhole'] as const;

/** The way back of one connection, from who answers to who asked. */
export interface WayBack {
  readonly asker: Socket;
  /** How many bytes of answers have passed since the fault began. */
  passed: number;
  /** Whatever is sent either way goes nowhere, and neither end hears of it. */
  isLost: boolean;
  /** When everything that has come is passed on, or lost. */
  last: Promise<void>;
}

/** How far an answer comes before it breaks. */
const brokenAfterBytes = 120;
const delayMs = { least: 4_000, jitter: 1_000 };
const drip = { bytes: 4, everyMs: 100 };

/** What becomes of a piece of an answer. */
type Passing = (piece: Buffer, way: WayBack, random: () => number) => void | Promise<void>;

export const passings: Readonly<Record<Exclude<Fault, 'refuse'>, Passing>> = {
  hang: (_piece, way) => {
    way.isLost = true;
  },
  reset: (piece, way) => {
    passUntilBroken(piece, way, () => way.asker.resetAndDestroy());
  },
  truncate: (piece, way) => {
    passUntilBroken(piece, way, () => way.asker.end());
  },
  blackhole: (piece, way) => {
    passUntilBroken(piece, way, () => (way.isLost = true));
  },
  delay: async (piece, { asker }, random) => {
    await wait(delayMs.least + random() * delayMs.jitter, undefined, { ref: false });
    asker.write(piece);
  },
  drip: async (piece, { asker }) => {
    for (let at = 0; at < piece.length && asker.writable; at += drip.bytes) {
      asker.write(piece.subarray(at, at + drip.bytes));
      await wait(drip.everyMs, undefined, { ref: false });
    }
  },
  garble: (piece, { asker }, random) => {
    asker.write(piece.map(() => Math.floor(random() * 256)));
  },
  'error page': (_piece, { asker }) => {
    asker.end(page);
  },
};

const text = '<html>upstream 10.0.0.7:5432 refused</html>';
const page = `HTTP/1.1 502 Bad Gateway\r\ncontent-type: text/html\r\ncontent-length: ${text.length}\r\n\r\n${text}`;

function passUntilBroken(piece: Buffer, way: WayBack, doBreak: () => void): void {
  const room = brokenAfterBytes - way.passed;
  way.passed += piece.length;
  if (piece.length < room) {
    way.asker.write(piece);
    return;
  }
  way.asker.write(piece.subarray(0, Math.max(room, 0)), () => doBreak());
}
