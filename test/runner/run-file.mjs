import { register } from 'node:module';
import { pathToFileURL } from 'node:url';
import { jestExpect } from '@jest/expect';
import { createEmptyTestResult } from '@jest/test-result';
import { getState, resetState, run } from 'jest-circus';
import { formatExecError, formatResultsErrors } from 'jest-message-util';
import 'reflect-metadata';

register('./typescript.mjs', import.meta.url);
process.setSourceMapsEnabled(true);

/**
 * Runs a test file in its worker as Node.js runs any module, so that what it imports is loaded and warm for the files after it. Jest's own way
 * makes a world for each file, in which every module is read and compiled once more: that took a third of the time of all tests.
 */
export default async function runFile(globalConfig, config, environment, runtime, testPath) {
  // the lines of TypeScript are found by Node.js itself, not by what Jest puts in its place
  Error.prepareStackTrace = undefined;
  resetState();
  const state = getState();
  Object.assign(state, { testTimeout: config.testTimeout, testNamePattern: patternOf(globalConfig.testNamePattern) });
  jestExpect.setState({ testPath, expand: globalConfig.expand });
  const results = await withStrayErrors(state, async () => {
    await import(pathToFileURL(testPath).href);
    return run();
  });
  return resultOf(results, globalConfig, config, testPath);
}

function patternOf(pattern) {
  return pattern ? new RegExp(pattern, 'i') : null;
}

/** What nobody caught fails the test that runs, or else the file; Jest would end the worker for it. */
async function withStrayErrors(state, work) {
  const events = ['uncaughtException', 'unhandledRejection'];
  const others = events.map((event) => process.listeners(event));
  const keep = (error) => (state.currentlyRunningTest?.errors ?? state.unhandledErrors).push([error, error]);
  for (const event of events) process.removeAllListeners(event).on(event, keep);
  try {
    return await work();
  } finally {
    for (const [index, event] of events.entries()) {
      process.removeAllListeners(event);
      for (const listener of others[index]) process.on(event, listener);
    }
  }
}

function resultOf({ testResults, unhandledErrors }, globalConfig, config, testFilePath) {
  const tests = testResults.map(testOf);
  const count = (status) => tests.filter((test) => test.status === status).length;
  const stray = unhandledErrors.map((stack) =>
    formatExecError({ message: '', stack }, config, globalConfig, testFilePath),
  );
  const failures = formatResultsErrors(tests, config, globalConfig, testFilePath);
  return {
    ...createEmptyTestResult(),
    failureMessage: [failures, ...stray].filter(Boolean).join('\n') || null,
    numFailingTests: count('failed'),
    numPassingTests: count('passed'),
    numPendingTests: count('pending'),
    numTodoTests: count('todo'),
    ...(stray.length > 0 && { testExecError: { message: '', stack: unhandledErrors.join('\n') } }),
    testFilePath,
    testResults: tests,
  };
}

function testOf({ testPath, status, errors, errorsDetailed, duration, numPassingAsserts, location }) {
  const [, ...names] = testPath;
  const ended = errors.length > 0 ? 'failed' : 'passed';
  return {
    duration,
    numPassingAsserts,
    location,
    ancestorTitles: names.slice(0, -1),
    title: names.at(-1),
    fullName: names.join(' '),
    failureMessages: errors.map(readable),
    failureDetails: errorsDetailed.map(readably),
    status: { skip: 'pending', todo: 'todo' }[status] ?? ended,
  };
}

/** Without what is of the runner, and with arrow functions, which Jest takes for frames of nobody. */
function readable(stack) {
  return stack.replaceAll(/\n.*\/test\/runner\/.*/g, '').replaceAll('at <anonymous> (', 'at anonymous (');
}

function readably(error) {
  for (let told = error; typeof told?.stack === 'string'; told = told.cause) told.stack = readable(told.stack);
  return error;
}
