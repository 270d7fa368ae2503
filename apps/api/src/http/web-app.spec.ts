import { isApiPath } from './web-app';

describe('a path', () => {
  it.each([
    ['/api', true],
    ['/api/tasks', true],
    ['/health', true],
    ['/metrics', true],
    ['/apis', false],
    ['/cases/1', false],
    ['/', false],
  ])('%s belongs to the API: %s', (path, expected) => {
    expect(isApiPath(path)).toBe(expected);
  });
});
