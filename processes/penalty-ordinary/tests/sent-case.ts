import type { Operated } from '@fashen/plugin-api';
import { type JumpReply, type MovedReply, ReworkDesk, type ReworkMode } from '@fashen/plugins/rework/model';
import { ProcessDriver, type TestApp } from '@fashen/testing';
import { usualPersons } from './answers';

const REAL = { dryRun: false };

/** Sends one case back and elsewhere, as the people of the sample bureau do. */
export class SentCase {
  constructor(
    private readonly app: TestApp,
    private readonly caseId: string,
  ) {}

  async giveBack(from: string, to: string, words: { readonly mode?: ReworkMode }): Promise<Operated<MovedReply>> {
    const task = await this.driver.openTask(from);
    const person = this.app.as(task.assigneeId ?? usualPersons[from] ?? '');
    const { targets } = await person.read((tx) => this.desk.targets(tx, task.id));
    const { instanceId, executionId } = targets.find(({ nodeId }) => nodeId === to) ?? { instanceId: '', executionId: '' };
    const body = { instanceId, executionId, scope: 'BRANCH_ONLY' as const, reason: '补正', defects: [], ...words };
    return person.operate(REAL, (tx) => this.desk.giveBack(tx, task.id, body));
  }

  async jump(from: string, to: string, who: string): Promise<JumpReply> {
    const wait = (await this.driver.instance()).waiting.find(({ nodeId }) => nodeId === from);
    const body = { executionId: wait?.executionId ?? '', nodeId: to, reason: '纠错' };
    return (await this.app.as(who).operate(REAL, (tx) => this.desk.jump(tx, this.caseId, body))).result;
  }

  async takeBack(nodeId: string): Promise<void> {
    const done = (await this.driver.tasks()).filter((task) => task.nodeId === nodeId && task.state === 'DONE').at(-1);
    await this.app.as(done?.endedBy ?? '').run((tx) => this.desk.takeBack(tx, done?.id ?? '', { reason: '误' }));
  }

  async withdraw(who: string): Promise<void> {
    await this.app.as(who).run((tx) => this.desk.withdraw(tx, this.caseId, { reason: '不办了' }));
  }

  private get driver(): ProcessDriver {
    return ProcessDriver.of(this.app, this.caseId);
  }

  private get desk(): ReworkDesk {
    return this.app.get(ReworkDesk);
  }
}
