import { describe, expect, it } from '@jest/globals';
import { onHost, replicaSettings } from './replica-settings.js';

describe('the copies that searches may be asked of', () => {
  it('are none unless they are named', () => {
    expect(replicaSettings({})).toEqual({ hosts: [], mostBehindMs: 5_000 });
    expect(replicaSettings({ DATABASE_REPLICAS: '' }).hosts).toEqual([]);
  });

  it('are named by host, with a port where it is not the usual one', () => {
    const named = replicaSettings({ DATABASE_REPLICAS: 'one:5433, two.example,[::1]:5434', REPLICA_BEHIND_MS: '2000' });
    expect(named).toEqual({ hosts: ['one:5433', 'two.example', '[::1]:5434'], mostBehindMs: 2_000 });
  });

  it.each(['postgres://user:secret@one/database', 'one;two', 'one/database', 'one:port'])('are not %s', (named) => {
    expect(() => replicaSettings({ DATABASE_REPLICAS: named })).toThrow('must be hosts such as');
  });

  it('are the same database, with the same role and settings', () => {
    const url = 'postgres://role:secret@primary:5440/hub?sslmode=verify-full';
    expect(onHost(url, 'one:5433')).toBe('postgres://role:secret@one:5433/hub?sslmode=verify-full');
    expect(onHost(url, 'one')).toBe('postgres://role:secret@one/hub?sslmode=verify-full');
  });
});
