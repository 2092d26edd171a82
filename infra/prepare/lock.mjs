import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { outputFolder } from './sources.mjs';

const lockFile = `${outputFolder}.preparing`;
const pauseMs = 200;

/** Runs `work` while no other process prepares this checkout; waits for one that does. */
export async function withLock(work) {
  mkdirSync(outputFolder, { recursive: true });
  while (!take()) await wait(pauseMs);
  try {
    await work();
  } finally {
    rmSync(lockFile, { force: true });
  }
}

function take() {
  try {
    writeFileSync(lockFile, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!isHeld()) rmSync(lockFile, { force: true });
    return false;
  }
}

/** A holder that was killed leaves its file behind; an empty file is one that is just being written. */
function isHeld() {
  try {
    const holder = Number(readFileSync(lockFile, 'utf8'));
    return holder === 0 || process.kill(holder, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
}
