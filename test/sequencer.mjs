import { relative } from 'node:path';
import Sequencer from '@jest/test-sequencer';

/** What takes longest starts first, so that the quick ones fill what time is left at the end. */
const longest = ['test/rights/rights', 'test/security/canary/', 'test/faults/', 'test/fleet/', 'test/pages/', 'test/'];

export default class LongestFirst extends Sequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => place(one) - place(other));
  }
}

function place({ path, context }) {
  const file = relative(context.config.rootDir, path);
  const found = longest.findIndex((part) => file.startsWith(part));
  return found < 0 ? longest.length : found;
}
