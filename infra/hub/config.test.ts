import { describe, expect, it } from '@jest/globals';
import { hubUrl, toHubConfig } from './config.js';

describe('the settings of the hub', () => {
  it('all have a default', () => {
    const { dataFolder, publicUrl, ...others } = toHubConfig({});
    expect(publicUrl.href).toBe('http://127.0.0.1:4000/');
    expect(others).toEqual({ host: '127.0.0.1', port: 4000, databaseUrl: null, logLevel: 'warn' });
    expect(dataFolder).toMatch(/\/\.data$/);
  });

  it.each([
    [{ PORT: '70000' }, 'PORT'],
    [{ PORT: 'x' }, 'PORT'],
    [{ PUBLIC_URL: 'https://hub.example/path' }, 'PUBLIC_URL'],
    [{ PUBLIC_URL: 'http://hub.intern' }, 'PUBLIC_URL must begin with https://'],
    [{ HOST: '192.0.2.1' }, 'PUBLIC_URL must begin with https://'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ DATABASE_URL: 'mysql://here/hub' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'postgres://here' }, 'DATABASE_URL'],
  ])('name the one to mend in %j', (environment, name) => {
    expect(() => toHubConfig(environment)).toThrow(name);
  });

  it('give an address that a browser on this machine can open', () => {
    expect(hubUrl({ host: '0.0.0.0', port: 80 })).toBe('http://127.0.0.1:80');
    expect(hubUrl({ host: '::1', port: 4000 })).toBe('http://[::1]:4000');
    expect(hubUrl({ host: 'hub.example', port: 4000 })).toBe('http://hub.example:4000');
  });
});
