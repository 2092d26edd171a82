import type { ChildProcess } from 'node:child_process';
import cluster from 'node:cluster';
import { fileURLToPath } from 'node:url';
import type { ProcessOptions } from './supervise.js';

/** How a process begins and ends that answers at a port which the process that keeps it has opened. */
export const workerProcess: Required<Pick<ProcessOptions, 'launch' | 'end'>> = {
  launch({ script, environment }) {
    cluster.setupPrimary({ exec: fileURLToPath(script) });
    const worker = cluster.fork(environment);
    // a worker that ends while it is written to: its end is heard of otherwise
    worker.on('error', () => undefined);
    endWith(worker.process);
    return worker.process;
  },

  // once the last worker is let go of the door is shut here, before any of them looks: nobody who came in finds nobody
  end(child) {
    if (child.connected) child.disconnect();
  },
};

/**
 * Node.js hands a worker one connection at a time, and forgets the one that a worker had not taken when it died: whoever made it would wait for ever.
 * It ends with the worker, so that he tries again.
 */
function endWith(worker: ChildProcess): void {
  const send = worker.send.bind(worker) as (...message: readonly unknown[]) => boolean;
  let handed: { close?: () => void } | undefined;
  worker.send = (...message: readonly unknown[]) => {
    // what is no connection is whom to tell that a message was sent
    if (typeof message[1] === 'object' && message[1] !== null) handed = message[1];
    return send(...message);
  };
  worker.once('exit', () => handed?.close?.());
}
