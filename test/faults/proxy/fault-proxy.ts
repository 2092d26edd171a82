import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { passings, type Fault, type WayBack } from './faults.js';

/** Stands between who asks and who answers, and lets everything through until it is told otherwise. */
export interface FaultProxy {
  /** The same address, with the proxy in between. */
  address(): string;
  /** From now on connections suffer, those that are there as well as new ones. */
  suffer(fault: Fault): Promise<void>;
  /** Lets new connections through again. What was lost on an old one stays lost: who asked is never told that it is over. */
  heal(): Promise<void>;
  /** How many connections lead through it now. */
  connections(): number;
  close(): Promise<void>;
}

/** Opens a proxy to an address such as http://127.0.0.1:4001 or postgres://… ; `random` gives numbers from 0 to 1. */
export async function openFaultProxy(target: string, random: () => number): Promise<FaultProxy> {
  const aim = new URL(target);
  const ways = new Map<WayBack, Socket>();
  let fault: Fault | null = null;
  let server = await listening(accept);
  const { port } = server.address() as AddressInfo;

  function accept(asker: Socket): void {
    const answerer = connect(Number(aim.port), aim.hostname);
    const way: WayBack = { asker, passed: 0, isLost: false, last: Promise.resolve() };
    ways.set(way, answerer);
    const over = (other: Socket): void => {
      if (way.isLost && other === asker) return;
      ways.delete(way);
      other.destroy();
    };
    for (const [one, other] of [
      [asker, answerer],
      [answerer, asker],
    ] as const)
      one
        .setNoDelay(true)
        .on('error', () => over(other))
        .on('close', () => over(other));
    asker.on('data', (piece: Buffer) => {
      if (!way.isLost) answerer.write(piece);
    });
    answerer.on('data', (piece: Buffer) => answer(piece, way));
  }

  /** One piece after the other, however long each of them takes. */
  function answer(piece: Buffer, way: WayBack): void {
    way.last = way.last.then(() => {
      if (way.isLost) return;
      if (fault !== null && fault !== 'refuse') return passings[fault](piece, way, random);
      way.asker.write(piece);
    });
  }

  return {
    address: () => addressAt(aim, port),
    async suffer(next) {
      fault = next;
      for (const way of ways.keys()) way.passed = 0;
      if (next === 'refuse') await stop(server, ways);
    },
    async heal() {
      if (fault === 'refuse') server = await listening(accept, port);
      fault = null;
    },
    connections: () => ways.size,
    close: () => stop(server, ways),
  };
}

function addressAt(aim: URL, port: number): string {
  const address = new URL(aim);
  address.port = String(port);
  return aim.protocol === 'http:' ? address.origin : address.href;
}

async function listening(accept: (asker: Socket) => void, port = 0): Promise<Server> {
  const server = createServer(accept).listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

async function stop(server: Server, ways: Map<WayBack, Socket>): Promise<void> {
  const isStopped = server.listening ? once(server, 'close') : null;
  server.close();
  for (const [{ asker }, answerer] of ways) {
    asker.resetAndDestroy();
    answerer.destroy();
  }
  await isStopped;
}
