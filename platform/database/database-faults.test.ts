import { describe, expect, it } from '@jest/globals';
import { databaseFault } from './database-faults.js';

const driver = (code: string): Error => Object.assign(new Error('x'), { code });

describe('a fault of the database', () => {
  it.each([
    ['a statement that took too long', driver('57014'), 'DEADLINE_EXCEEDED'],
    ['a lock that was not free', driver('55P03'), 'DEADLINE_EXCEEDED'],
    ['a server that refuses', driver('ECONNREFUSED'), 'DATABASE_UNAVAILABLE'],
    ['a server that is stopping', driver('57P01'), 'DATABASE_UNAVAILABLE'],
    ['a server that was the primary, and only reads now', driver('25006'), 'DATABASE_UNAVAILABLE'],
    ['a transaction in which nothing came for too long', driver('25P03'), 'DATABASE_UNAVAILABLE'],
    ['a server that has no connection left', driver('53300'), 'DATABASE_UNAVAILABLE'],
    ['a disk that is full', driver('53100'), 'DATABASE_UNAVAILABLE'],
    ['a disk that cannot be read', driver('58030'), 'DATABASE_UNAVAILABLE'],
    ['a broken connection', driver('08006'), 'DATABASE_UNAVAILABLE'],
    ['a connection that ended', new Error('Connection terminated unexpectedly'), 'DATABASE_UNAVAILABLE'],
    [
      'a transaction that broke off',
      Object.assign(new Error('x'), { name: 'QueryRunnerAlreadyReleasedError' }),
      'DATABASE_UNAVAILABLE',
    ],
    ['a server that says nothing', new Error('Query read timeout'), 'DATABASE_UNAVAILABLE'],
    ['a connection that was given up', new Error('Client was closed and is not queryable'), 'DATABASE_UNAVAILABLE'],
    ['a pool without a free connection', new Error('timeout exceeded when trying to connect'), 'DATABASE_UNAVAILABLE'],
    [
      'what TypeORM wraps',
      Object.assign(new Error('QueryFailedError'), { driverError: driver('57014') }),
      'DEADLINE_EXCEEDED',
    ],
    ['a fault of ours', driver('42601'), null],
    ['no error at all', 'x', null],
  ])('is told for %s', (_what, error, code) => {
    expect(databaseFault(error)).toBe(code);
  });
});
