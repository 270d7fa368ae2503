import type { Operated, Tx } from '@fashen/plugin-api';
import { caseControlPlugin } from '@fashen/plugins/case-control/server';
import { circulatePlugin } from '@fashen/plugins/circulate/server';
import { type Draw, REASON } from './draw';
import type { Asked } from './room';
import { isOpen, type Scene } from './scene';

interface ControlDesk {
  order(tx: Tx, order: { caseId: string; action: string; reason: string; dryRun: boolean }): Promise<unknown>;
}
interface ReaderDesk {
  read(tx: Tx, caseId: string): Promise<unknown>;
}
interface CommentDesk {
  comment(tx: Tx, caseId: string, body: { text: string }): Promise<unknown>;
}
interface CopyRow {
  readonly id: string;
  readonly person_id: string;
  readonly sent_by: string;
}

const control =
  (action: 'suspend' | 'resume' | 'terminate') =>
  ({ room, top, chance }: Scene): Asked | undefined => {
    const fits = action === 'resume' ? top.status === 'SUSPENDED' : top.status === 'RUNNING' && (action === 'suspend' || chance.once(3));
    const service = room.part<ControlDesk>(caseControlPlugin, 'ControlService');
    if (!fits && !chance.once(60)) return undefined;
    return room.unit('xin', (tx, { dryRun }) => service.order(tx, { caseId: top.id, action, ...REASON, dryRun }));
  };

const send =
  (name: 'copy' | 'circulate') =>
  (scene: Scene): Asked => {
    const method = scene.room.border(circulatePlugin, ['CirculateController', name]);
    const body = { personIds: [scene.person()], roles: [] };
    const who = scene.person();
    return { who, run: (context, mode) => method(context, scene.top.id, body, mode) as Promise<Operated<unknown>> };
  };

/** Copies that nobody has taken back, with one who has sent them. */
async function copyOf({ room, top, chance }: Scene): Promise<CopyRow | undefined> {
  const sql = `SELECT c.id, c.person_id, r.sent_by FROM circulate_copy c JOIN circulate_reason r ON r.copy_id = c.id
    WHERE c.instance_id = ? AND c.withdrawn_at IS NULL ORDER BY c.person_id, r.sent_by, r.sent_at`;
  return chance.find(await room.app.database.dataSource.query<CopyRow[]>(sql, [top.id]));
}

async function withdrawCopy(scene: Scene): Promise<Asked | undefined> {
  const copy = await copyOf(scene);
  const method = scene.room.border(circulatePlugin, ['CirculateController', 'withdraw']);
  if (!copy) return undefined;
  return { who: copy.sent_by, run: (context, mode) => method(context, scene.top.id, copy.id, mode) as Promise<Operated<unknown>> };
}

async function urgeReader(scene: Scene): Promise<Asked | undefined> {
  const copy = await copyOf(scene);
  const method = scene.room.border(circulatePlugin, ['UrgingController', 'urgeReader']);
  if (!copy) return undefined;
  return { who: copy.sent_by, run: (context, mode) => method(context, copy.id, {}, mode) as Promise<Operated<unknown>> };
}

async function read(scene: Scene): Promise<Asked | undefined> {
  const copy = await copyOf(scene);
  const service = scene.room.part<ReaderDesk>(circulatePlugin, 'ReadingService');
  return copy && scene.room.unit(copy.person_id, (tx) => service.read(tx, scene.top.id));
}

async function comment(scene: Scene): Promise<Asked | undefined> {
  const copy = await copyOf(scene);
  const service = scene.room.part<CommentDesk>(circulatePlugin, 'CommentService');
  return copy && scene.room.unit(copy.person_id, (tx) => service.comment(tx, scene.top.id, { text: '无意见' }));
}

function urge(scene: Scene): Asked | undefined {
  const task = scene.task((one) => isOpen(one) && one.assigneeId !== scene.top.startedBy);
  const method = scene.room.border(circulatePlugin, ['UrgingController', 'urge']);
  const who = scene.isWild ? scene.person() : scene.top.startedBy;
  return task && { who, run: (context, mode) => method(context, task.id, {}, mode) as Promise<Operated<unknown>> };
}

/** What is done to a case as a whole, and told about it. */
export const caseDraws: readonly Draw[] = [
  { name: 'suspend', weight: 2, draw: control('suspend') },
  { name: 'resume', weight: 30, draw: control('resume') },
  { name: 'terminate', weight: 1, draw: control('terminate') },
  { name: 'copy', weight: 2, draw: send('copy') },
  { name: 'circulate', weight: 3, draw: send('circulate') },
  { name: 'read', weight: 2, draw: read },
  { name: 'comment', weight: 2, draw: comment },
  { name: 'withdrawCopy', weight: 2, draw: withdrawCopy },
  { name: 'urge', weight: 3, draw: urge },
  { name: 'urgeReader', weight: 2, draw: urgeReader },
];
