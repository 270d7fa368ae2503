import { armFailpoint, failpoint, passedFailpoints } from './failpoints';

describe('a failpoint', () => {
  let kill: jest.SpyInstance;
  beforeEach(() => {
    kill = jest.spyOn(process, 'kill').mockReturnValue(true);
  });
  afterEach(() => {
    armFailpoint(undefined);
    kill.mockRestore();
  });

  it('does nothing unless it is armed', () => {
    failpoint('after-work');
    armFailpoint('before-commit');
    failpoint('after-work');
    expect(kill).not.toHaveBeenCalled();
  });

  it('kills the process at the armed place', () => {
    armFailpoint('after-work');
    failpoint('after-work');
    expect(kill).toHaveBeenCalledWith(process.pid, 'SIGKILL');
  });

  it('lets the place be passed as often as it is told', () => {
    // given
    armFailpoint('after-work:3');
    // when
    failpoint('after-work');
    failpoint('after-work');
    const callsBefore = kill.mock.calls.length;
    failpoint('after-work');
    // then
    expect(callsBefore).toBe(0);
    expect(kill).toHaveBeenCalledTimes(1);
  });

  it('kills at the point that comes as the so-and-so-many-th, whatever its name', () => {
    armFailpoint('any:2');
    failpoint('after-work');
    expect(kill).not.toHaveBeenCalled();
    failpoint('before-commit');
    expect(kill).toHaveBeenCalledTimes(1);
  });

  it('is remembered from the time one is armed', () => {
    failpoint('before-begin');
    armFailpoint('any:9');
    failpoint('after-work');
    failpoint('before-commit');
    expect(passedFailpoints()).toEqual(['after-work', 'before-commit']);
  });
});
