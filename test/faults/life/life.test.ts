import { afterAll, beforeAll } from '@jest/globals';
import { clockJumps } from './clock.js';
import { databaseAway } from './database-away.js';
import { diskFull } from './disk-full.js';
import { kills } from './kills.js';
import { soak } from './soak.js';
import { terminations } from './terminations.js';
import { openWorld, type World } from './world.js';

let opened: World;
const world = (): World => opened;

beforeAll(async () => {
  opened = await openWorld();
});
afterAll(async () => {
  opened.figures.print();
  await opened.close();
});

databaseAway(world);
kills(world);
terminations(world);
diskFull(world);
clockJumps(world);
soak(world);
