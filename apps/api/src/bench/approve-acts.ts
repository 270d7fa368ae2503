import type { Actor } from '@fashen/plugin-api';
import { APPROVAL, opinion } from './approval-process';
import type { BenchNode } from './bench-node';

/** One statement as it was sent. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const SIDE_BY_SIDE = 8;

/** Cases that wait for the approval of the head of the unit, and the act that gives it. */
export class ApproveActs {
  private constructor(
    private readonly node: BenchNode,
    private readonly officer: Actor,
    private readonly head: Actor,
  ) {}

  static async of(node: BenchNode): Promise<ApproveActs> {
    return new ApproveActs(node, await node.actor('jia'), await node.actor('xin'));
  }

  /** Starts cases, has them reported, and answers the tasks that wait for approval. */
  async prepare(count: number): Promise<readonly string[]> {
    const ids: string[] = [];
    const client = async (): Promise<void> => {
      while (ids.length < count) {
        const place = ids.push('') - 1;
        ids[place] = await this.prepareOne();
      }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, client));
    return ids;
  }

  /** The act that is measured: the head of the unit approves with the form; the case goes on to the leaders. */
  async approve(taskId: string): Promise<void> {
    const { node, head } = this;
    await node.units.run(node.context(head, true), async (tx) => {
      const { id, status, revision } = await node.tasks.complete(tx, taskId, { output: opinion });
      return { id, status, revision };
    });
  }

  private async prepareOne(): Promise<string> {
    const { node, officer } = this;
    const number = node.context(officer).requestId;
    const { instanceId, taskId } = await node.units.run(node.context(officer), async (tx) => {
      const { id } = await node.instances.start(tx, { definitionKey: APPROVAL, businessKey: number, title: '占道经营案', variables: DATA });
      return { instanceId: id, taskId: (await node.tasks.ofInstance(tx, id))[0]?.id ?? '' };
    });
    await node.units.run(node.context(officer), (tx) => node.tasks.complete(tx, taskId, {}));
    const tasks = await node.units.read(node.context(officer), (tx) => node.tasks.ofInstance(tx, instanceId));
    const open = tasks.find(({ state }) => state === 'READY');
    if (!open) throw new Error('no case came to its approval');
    return open.id;
  }
}

/** Case data of usual size. */
const DATA = {
  case: {
    number: '样城执罚立〔2026〕1号',
    cause: '擅自占用城市道路',
    conductDate: '2026-11-01',
    place: '样例路 12 号',
    source: '巡查发现',
  },
  party: { name: '样例商行', type: 'SOLE_TRADER', idNumber: '92000000000000000X' },
  officers: { lead: 'jia', co: 'yi' },
  draft: {
    actType: 'PENALTY',
    procedure: 'ORDINARY',
    facts: '当事人于样例路人行道摆放货架三组，占用面积约六平方米，经两次责令改正后仍未改正。'.repeat(4),
    evidence: '现场检查笔录、现场照片六张、询问笔录、责令改正通知书及送达回证。'.repeat(2),
    legalBasis: '《城市道路管理条例》第二十七条、第四十二条',
    proposal: 'FINE',
    kinds: ['FINE'],
    fine: 5000,
  },
};
