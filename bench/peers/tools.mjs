import { readFileSync } from 'node:fs';

/** Where the subgraphs are, and a file with the supergraph and the types of each of its subgraphs. */
const [, , subgraphs = '', file = ''] = process.argv;

export const origin = subgraphs;
export const { supergraph, sdl } = JSON.parse(readFileSync(file, 'utf8'));

/** Serves on a port of its own and prints the address; `/cpu` tells what the process used. */
export function listen(server) {
  const [answer] = server.listeners('request');
  server.removeAllListeners('request');
  server.on('request', (request, response) => {
    if (request.url !== '/cpu') return answer.call(server, request, response);
    const { user, system } = process.cpuUsage();
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ cpuMs: (user + system) / 1_000, rssMb: process.memoryUsage.rss() / 1e6 }));
  });
  server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
}
