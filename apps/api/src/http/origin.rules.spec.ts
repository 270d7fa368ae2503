import { isForeignOrigin } from './origin.rules';

describe('the origin of a request', () => {
  it.each([
    [{ host: 'fashen.local' }, false],
    [{ host: 'localhost:3000', origin: 'http://localhost:3000' }, false],
    [{ host: 'localhost:3000', origin: 'http://localhost:3001' }, true],
    [{ host: 'localhost:3000', origin: 'https://evil.example' }, true],
    [{ host: 'localhost:3000', origin: 'null' }, true],
    [{ host: 'inner:3000', origin: 'https://fashen.example', publicUrl: 'https://fashen.example/' }, false],
    [{ host: 'fashen.example', origin: 'http://fashen.example', publicUrl: 'https://fashen.example' }, true],
    [{ host: 'fashen.example', origin: 'https://fashen.example.evil', publicUrl: 'https://fashen.example' }, true],
  ])('%j is foreign: %s', (origins, expected) => {
    expect(isForeignOrigin(origins)).toBe(expected);
  });
});
