export default {
  testEnvironment: '<rootDir>/test/runner/environment.mjs',
  testRunner: '<rootDir>/test/runner/run-file.mjs',
  transform: {},
  testMatch: ['<rootDir>/{gateway,exchange,subgraphs,vocabulary,platform,figures,infra,test,web}/**/*.test.ts'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  globalSetup: '<rootDir>/test/global-setup.mjs',
  globalTeardown: '<rootDir>/test/global-teardown.mjs',
  testSequencer: '<rootDir>/test/sequencer.mjs',
  reporters: ['default', '<rootDir>/test/count-reporter.mjs'],
  // long enough for a busy machine: it ends what hangs, and decides nothing else
  testTimeout: 300_000,
  maxWorkers: 2,
  // test files stay in memory when they have been run
  workerIdleMemoryLimit: '1500MB',
};
