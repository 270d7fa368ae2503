import { PolicyRoom, type Settings } from './policy-room';

describe('policies of a step', () => {
  let room: PolicyRoom;

  beforeAll(async () => {
    room = await PolicyRoom.open();
    await room.publishForm('asks', true);
    await room.publishForm('asks-nothing', false);
  });
  afterAll(() => room.app.close());

  const byJia: Settings = { kind: 'person', value: 'jia' };
  const byYi: Settings = { kind: 'person', value: 'yi' };

  describe('when nobody fits', () => {
    const empty: Settings = { kind: 'role', value: 'disclosure-clerk', unit: 'squad-2' };

    it.each<[string, Settings, string, readonly object[]]>([
      ['the operators hold it', {}, 'S1?role:operator', []],
      [
        'the nearest superior of the starter does it',
        { emptyPolicy: 'superior' },
        'S1@xin',
        [{ personId: 'xin', because: 'nobody', insteadOf: 'jia' }],
      ],
      ['a named person does it', { emptyPolicy: 'person', emptyTo: 'ding' }, 'S1@ding', [{ personId: 'ding', because: 'nobody' }]],
      ['a named person sits at the table', { emptyPolicy: 'person', emptyTo: 'ding', sign: 'all' }, 'S1@ding', [{ personId: 'ding' }]],
    ])('%s', async (_what, policy, expected, steppedIn) => {
      const driver = await room.start([{ ...empty, ...policy }]);
      expect(await room.open(driver)).toEqual([expected]);
      expect(room.told('steppedIn')).toMatchObject(steppedIn);
      expect(room.told('nobodyFound')).toHaveLength(expected.includes('operator') ? 1 : 0);
    });

    it('the operators hold it after all where the named person has left since', async () => {
      // given
      const key = await room.publish([{ ...empty, emptyPolicy: 'person', emptyTo: 'geng' }]);
      await room.change('geng', { active: false });
      // when
      const driver = await room.startOf(key);
      // then
      expect(await room.open(driver)).toEqual(['S1?role:operator']);
      expect(room.told('nobodyFound')).toHaveLength(1);
    });

    it('the act is refused, and nothing changes', async () => {
      const driver = await room.start([byJia, { ...empty, emptyPolicy: 'incident' }]);
      await expect(driver.act('jia', 'S1')).rejects.toMatchObject({ code: 'assignment.NOBODY_TO_ASSIGN' });
      expect(await room.open(driver)).toEqual(['S1@jia']);
    });

    it('a superior who must keep apart is passed over', async () => {
      // given: xin has approved the handling and must not decide; a decision by role needs the role
      const driver = await room.start([
        { kind: 'person', value: 'xin', duty: 'approve-handling' },
        { ...empty, exclude: 'S1', emptyPolicy: 'superior' },
      ]);
      // when
      await driver.act('xin', 'S1');
      // then
      expect(await room.open(driver)).toEqual(['S2@wu']);
    });

    it('a duty that belongs to a role goes to no superior without it', async () => {
      const driver = await room.start([{ ...empty, duty: 'hear', emptyPolicy: 'superior' }]);
      expect(await room.open(driver)).toEqual(['S1?role:operator']);
    });
  });

  describe('when whoever is named has left', () => {
    const decider: Settings = { kind: 'field', value: 'decider', emptyPolicy: 'superior' };

    it('the superior of that person does it, otherwise the operators', async () => {
      // given
      await room.change('zi', { active: false });
      // when
      const toSuperior = await room.start([decider], { decider: 'zi' });
      const told = room.told('steppedIn');
      const toOperators = await room.start([{ kind: 'field', value: 'decider' }], { decider: 'zi' });
      // then
      expect(await room.open(toSuperior)).toEqual(['S1@ding']);
      expect(told).toMatchObject([{ personId: 'ding', because: 'nobody', insteadOf: 'zi' }]);
      expect(await room.open(toOperators)).toEqual(['S1?role:operator']);
    });
  });

  describe('when the starter would approve', () => {
    it.each<[string, Settings, string]>([
      ['it may stand', { ...byJia }, 'S1@jia'],
      ['the superior does it', { ...byJia, starterPolicy: 'superior' }, 'S1@xin'],
      ['the others of the role do it', { kind: 'unit', value: 'squad-1', starterPolicy: 'superior' }, 'S1?unit:squad-1'],
      [
        'the superior has the seat of the starter',
        { kind: 'person', value: 'jia bing', starterPolicy: 'superior', sign: 'sequential' },
        'S1@bing',
      ],
      ['the superior does a step the law demands', { ...byJia, starterPolicy: 'superior', duty: 'hear' }, 'S1@xin'],
    ])('%s', async (_what, settings, expected) => {
      expect(await room.open(await room.start([settings]))).toEqual([expected]);
    });

    it('the step is passed by itself, with an entry, and only when nobody else does it', async () => {
      // given
      const alone = await room.start([{ ...byJia, starterPolicy: 'skip' }, byYi]);
      const entries = room.told('autoPassed');
      const withOthers = await room.start([{ kind: 'person', value: 'jia bing', starterPolicy: 'skip' }, byYi]);
      // then
      expect(await room.open(alone)).toEqual(['S2@yi']);
      expect(entries).toEqual([{ nodeId: 'S1', nodeName: '环节S1', personId: 'jia', because: 'starter' }]);
      expect(await room.open(withOthers)).toEqual(['S1@bing']);
    });

    it('the chief, who has no superior, keeps nothing: the operators hold it', async () => {
      const driver = await room.start([{ kind: 'person', value: 'ji', starterPolicy: 'superior' }], {}, 'ji');
      expect(await room.open(driver)).toEqual(['S1?role:operator']);
    });
  });

  describe('when the same person comes again', () => {
    const again: Settings = { ...byJia, samePersonPolicy: 'skip' };
    const anyTime: Settings = { ...byJia, samePersonPolicy: 'skipAny' };

    it('steps are passed by themselves one after the other, with an entry each', async () => {
      // given
      const driver = await room.start([byJia, again, again, byYi]);
      // when
      await driver.act('jia', 'S1');
      // then
      expect(await room.open(driver)).toEqual(['S4@yi']);
      expect(room.told('autoPassed')).toMatchObject([
        { nodeId: 'S2', personId: 'jia', because: 'previous', earlierNodeId: 'S1', earlierStep: '环节S1' },
        { nodeId: 'S3', personId: 'jia', because: 'previous', earlierNodeId: 'S1' },
      ]);
      expect((await driver.tasks()).map(({ nodeId }) => nodeId)).toEqual(['S1', 'S4']);
    });

    it('a step in between ends the row, unless any earlier step counts', async () => {
      // given
      const adjacent = await room.start([byJia, byYi, again]);
      const anyEarlier = await room.start([byJia, byYi, anyTime, byYi]);
      // when
      for (const driver of [adjacent, anyEarlier]) {
        await driver.act('jia', 'S1');
        room.app.clock.advance({ minutes: 1 });
        await driver.act('yi', 'S2');
      }
      // then
      expect(await room.open(adjacent)).toEqual(['S3@jia']);
      expect(await room.open(anyEarlier)).toEqual(['S4@yi']);
      expect(room.told('autoPassed')).toMatchObject([{ nodeId: 'S3', because: 'earlier', earlierNodeId: 'S1' }]);
    });

    it('is nothing after a return: what was sent back is looked at again', async () => {
      // given
      const driver = await room.start([byJia, again, byYi]);
      await driver.act('jia', 'S1');
      // when
      await room.back(driver, 'yi', 'S1');
      await driver.act('jia', 'S1');
      // then
      expect(await room.open(driver)).toEqual(['S2@jia']);
      expect(room.told('autoPassed')).toHaveLength(1);
    });

    it('is nothing where several could do it, or another could', async () => {
      const offered = await room.start([byJia, { kind: 'unit', value: 'squad-1', samePersonPolicy: 'skip' }]);
      const byOther = await room.start([byJia, { ...byYi, samePersonPolicy: 'skip' }]);
      for (const driver of [offered, byOther]) await driver.act('jia', 'S1');
      expect(await room.open(offered)).toEqual(['S2?unit:squad-1']);
      expect(await room.open(byOther)).toEqual(['S2@yi']);
    });

    it('is nothing where a form asks for something, and something where it does not', async () => {
      const asked = await room.start([byJia, { ...again, form: 'asks' }]);
      const notAsked = await room.start([byJia, { ...again, form: 'asks-nothing' }, byYi]);
      for (const driver of [asked, notAsked]) await driver.act('jia', 'S1');
      expect(await room.open(asked)).toEqual(['S2@jia']);
      expect(await room.open(notAsked)).toEqual(['S3@yi']);
    });

    it('all of it happens in the transaction of the act, or none of it', async () => {
      // given
      const empty: Settings = { kind: 'role', value: 'disclosure-clerk', unit: 'squad-2', emptyPolicy: 'incident' };
      const driver = await room.start([byJia, again, again, empty]);
      // when
      await expect(driver.act('jia', 'S1')).rejects.toMatchObject({ code: 'assignment.NOBODY_TO_ASSIGN' });
      // then
      expect(await room.open(driver)).toEqual(['S1@jia']);
      expect(room.told('autoPassed')).toEqual([]);
    });
  });
});
