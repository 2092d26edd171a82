import { createServer as createHttpServer, type RequestListener, type Server } from 'node:http';
import { createServer, type AddressInfo, type Server as TcpServer, type Socket } from 'node:net';

export interface Rogue {
  readonly url: string;
  close(): Promise<void>;
}

/** A subgraph that does what it should not, over HTTP. */
export function rogueOverHttp(answer: RequestListener): Promise<Rogue> {
  const server: Server = createHttpServer((request, response) => {
    request.resume();
    answer(request, response);
  });
  return listening(server, () => server.closeAllConnections());
}

/** A subgraph that does not even speak HTTP. */
export function rogueOverTcp(answer: (socket: Socket) => void): Promise<Rogue> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('data', () => answer(socket));
  });
  return listening(server, () => sockets.forEach((socket) => socket.destroy()));
}

/** An address at which nothing listens. */
export async function nobodyThere(): Promise<Rogue> {
  const server = await rogueOverTcp(() => undefined);
  await server.close();
  return { url: server.url, close: () => Promise.resolve() };
}

/** Answers with this status, type and body. */
export function saying(
  body: string,
  status = 200,
  type = 'application/json',
  headers: Record<string, string> = {},
): RequestListener {
  return (_request, response) => {
    response.writeHead(status, { 'content-type': type, ...headers }).end(body);
  };
}

/** Answers with this data, as a GraphQL result. */
export function giving(data: unknown): RequestListener {
  return saying(JSON.stringify({ data }));
}

async function listening(server: TcpServer, hangUp: () => void): Promise<Rogue> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      hangUp();
      await closed;
    },
  };
}
