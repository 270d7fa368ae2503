import { SignDesk } from '@fashen/plugins/approval/model';
import { verifySeats } from '@fashen/plugins/approval/invariants';
import { approvalPlugin } from '@fashen/plugins/approval/server';
import type { InstanceView, TaskView } from '@fashen/plugin-api';
import { verifyInvariants } from '@fashen/testing';
import type { HandOverReply } from '../model';
import { HandOverController } from '../server/hand-over.controller';
import { DeputyDesk } from './deputy-desk';

const drawing = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0"
 xmlns:approval="urn:fashen:approval:1.0" id="D" targetNamespace="t"><process id="signing" name="signing" isExecutable="true">
<startEvent id="s"/><userTask id="sign" name="会签"><extensionElements><assignment:assignment kind="person" value="bing ding wu"/>
<approval:sign mode="sequential" variable="sign"/></extensionElements></userTask>
<exclusiveGateway id="g" default="no"/><endEvent id="e"/><endEvent id="n"/>
<sequenceFlow id="f1" sourceRef="s" targetRef="sign"/><sequenceFlow id="f2" sourceRef="sign" targetRef="g"/>
<sequenceFlow id="yes" sourceRef="g" targetRef="e"><conditionExpression>= sign.result = "passed"</conditionExpression></sequenceFlow>
<sequenceFlow id="no" sourceRef="g" targetRef="n"/></process></definitions>`;

describe('hand-over of signers', () => {
  let desk: DeputyDesk;

  beforeEach(async () => {
    desk = await DeputyDesk.open([approvalPlugin]);
    await desk.app.publish(drawing);
  });
  afterEach(async () => {
    const { dataSource } = desk.app.database;
    const violations = [...(await verifyInvariants(dataSource, desk.app.host.moddles)), ...(await verifySeats(dataSource))];
    await desk.app.close();
    expect(violations).toEqual([]);
  });

  const handOver = async (leaverId: string, successorId: string): Promise<HandOverReply> => {
    const context = await desk.app.as('yin').context();
    const controller = desk.app.get(HandOverController);
    const { result } = await controller.start(context, {}, { leaverId, successorId, reason: '调离' });
    await desk.app.work();
    return controller.get(context, result.id);
  };
  const seat = async (caseId: string, personId: string): Promise<TaskView> => {
    const tasks = await desk.app.as('setup').read((tx) => desk.app.tasks.ofInstance(tx, caseId));
    const found = tasks.find((task) => task.kind === 'SEAT' && task.assigneeId === personId);
    if (!found) throw new Error(`no seat of ${personId}`);
    return found;
  };
  const agree = async ({ id }: InstanceView, personId: string): Promise<void> => {
    const { id: taskId } = await seat(id, personId);
    const body = { opinion: '同意会签意见' };
    await desk.app.as(personId).run((tx) => desk.app.get(SignDesk).vote(tx, taskId, 'agree', body));
  };

  it('gives turns that have not come yet to the successor, in the same place and once', async () => {
    // given
    const started = await desk.begin('signing');
    // when
    const done = await handOver('ding', 'zi');
    // then
    expect(done.items).toMatchObject([
      { kind: 'TURN', state: 'DONE', successorId: 'zi', title: expect.stringContaining('会签') },
      { kind: 'DEFINITION', state: 'BY_HAND' },
    ]);
    expect((await handOver('ding', 'zi')).items).toMatchObject([{ kind: 'DEFINITION' }]);
    await agree(started, 'bing');
    await agree(started, 'zi');
    expect(await seat(started.id, 'wu')).toMatchObject({ state: 'ASSIGNED' });
  });

  it('gives no signer a second vote, neither one who has voted nor one whose turn is still to come', async () => {
    // given
    const started = await desk.begin('signing');
    await agree(started, 'bing');
    const duplicate = { state: 'CONFLICT', code: 'approval.DUPLICATE_SIGNER' };
    // when
    const [voted, waits] = [await handOver('ding', 'bing'), await handOver('ding', 'wu')];
    // then
    expect(voted.items[0]).toMatchObject({ kind: 'SEAT', ...duplicate });
    expect(waits.items[0]).toMatchObject({ kind: 'SEAT', ...duplicate });
    expect((await handOver('wu', 'bing')).items[0]).toMatchObject({ kind: 'TURN', ...duplicate });
    // when
    const own = await seat(started.id, 'ding');
    const byOperator = desk.app.as('yin').run((tx) => desk.app.tasks.assign(tx, own.id, { assigneeId: 'bing', candidates: [] }));
    // then
    await expect(byOperator).rejects.toMatchObject({ code: 'approval.DUPLICATE_SIGNER' });
    expect(await seat(started.id, 'ding')).toMatchObject({ state: 'ASSIGNED' });
  });
});
