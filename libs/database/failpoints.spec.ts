import { armFailpoint, failpoint } from './failpoints';

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
});
