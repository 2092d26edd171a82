import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

/** One address of this machine before others, as a service of a cluster has it: connections are led on, what they say is not looked at. */
export interface Relay {
  readonly port: number;
  /** Ends all connections that are there. */
  cut(): void;
  close(): Promise<void>;
}

/** Leads each connection to the next of these ports of this machine on which somebody listens; they may change. */
export async function openRelay(portsNow: () => readonly number[]): Promise<Relay> {
  const sockets = new Set<Socket>();
  let turn = 0;
  const server = createServer((client) => void lead(client, portsNow(), turn++, sockets));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const cut = (): void => sockets.forEach((socket) => socket.destroy());
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    async close() {
      server.close();
      cut();
      await once(server, 'close');
    },
  };
}

async function lead(client: Socket, ports: readonly number[], first: number, sockets: Set<Socket>): Promise<void> {
  keep(client, sockets);
  const there = await reach(ports, first);
  if (!there || client.destroyed) {
    client.destroy();
    there?.destroy();
    return;
  }
  keep(there, sockets);
  client.pipe(there).pipe(client);
  client.on('close', () => there.destroy());
  there.on('close', () => client.destroy());
}

function keep(socket: Socket, sockets: Set<Socket>): void {
  sockets.add(socket);
  socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
}

async function reach(ports: readonly number[], first: number): Promise<Socket | null> {
  for (let tried = 0; tried < ports.length; tried++) {
    const socket = connect(ports[(first + tried) % ports.length] ?? 0, '127.0.0.1');
    const isThere = await once(socket, 'connect').then(
      () => true,
      () => false,
    );
    if (isThere) return socket;
  }
  return null;
}
