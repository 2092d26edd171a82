import dgram from 'node:dgram';
import dns from 'node:dns';
import net from 'node:net';
import { writeSync } from 'node:fs';

// Loaded before a hub (`node --import`): says on standard error to which host each process would connect, and which names it looks up.

const tell = (kind, host) =>
  writeSync(2, `${JSON.stringify({ attempted: kind, host: String(host), pid: process.pid })}\n`);

const connect = net.Socket.prototype.connect;
net.Socket.prototype.connect = function (...args) {
  const [options] = net._normalizeArgs(args[0] && Array.isArray(args[0]) ? args[0] : args);
  if (options.path === undefined) tell('connection', options.host ?? 'localhost');
  return connect.apply(this, args);
};

for (const name of ['send', 'connect']) {
  const work = dgram.Socket.prototype[name];
  dgram.Socket.prototype[name] = function (...args) {
    tell('datagram', args.find((arg) => typeof arg === 'string' && net.isIP(arg)) ?? 'unknown');
    return work.apply(this, args);
  };
}

for (const owner of [dns, dns.promises])
  for (const name of Object.keys(owner).filter(
    (key) => /^(lookup|resolve)/.test(key) && typeof owner[key] === 'function',
  )) {
    const work = owner[name];
    owner[name] = function (host, ...args) {
      if (!net.isIP(String(host))) tell('lookup', host);
      return work.call(this, host, ...args);
    };
  }
