import { setFlagsFromString } from 'node:v8';

/**
 * Has V8 make every object where the young ones are, which costs almost nothing to clear. Under load it takes to making rows and answers among the old
 * ones instead, since many are in use whenever it looks; there they stay, and keep alive what they refer to, until everything is collected.
 */
export function keepObjectsYoung(): void {
  setFlagsFromString('--no-allocation-site-pretenuring');
}
