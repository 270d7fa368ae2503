import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { JsonObject } from '@fashen/plugin-api';
import { type Act, compileProcess, readState, step, waitsOf } from '../../kernel';
import { parseModel } from '../../model';
import { codeOf } from './kernel-driver';

/** A state as some release saved it, with the acts that must still work on it. These files are never edited; new formats get new folders. */
interface SavedCase {
  readonly model: string;
  readonly variables: JsonObject;
  readonly state: unknown;
  readonly waiting: readonly string[];
  readonly acts: readonly Act[];
  readonly waitingAfter: readonly string[];
  readonly status: string;
}

const folder = join(__dirname, '../states');
const files = readdirSync(folder).flatMap((version) => readdirSync(join(folder, version)).map((name) => join(version, name)));
const names = (waits: readonly { readonly nodeId: string }[]): readonly string[] => waits.map(({ nodeId }) => nodeId).sort();

describe('saved states', () => {
  it.each(files)('%s is resumed', async (file) => {
    // given
    const saved: SavedCase = JSON.parse(readFileSync(join(folder, file), 'utf8'));
    const { source } = await parseModel(saved.model);
    if (!source) throw new Error('the saved model cannot be read');
    const process = compileProcess(source);
    const state = readState(saved.state);
    expect(names(waitsOf(process, state))).toEqual(saved.waiting);
    // when
    let result = { state, variables: saved.variables, waits: waitsOf(process, state), ended: undefined as { status: string } | undefined };
    for (const act of saved.acts) result = { ended: undefined, ...step(process, result, act, { now: new Date('2026-03-05T00:00:00Z') }) };
    // then
    expect(names(result.waits)).toEqual(saved.waitingAfter);
    expect(result.ended?.status ?? 'RUNNING').toBe(saved.status);
  });

  it.each([undefined, null, 'text', {}, { v: 0, t: [] }, { v: 2, n: 0, t: [] }, { v: 1 }])(
    'refuses %j, which no release has written',
    (state) => {
      expect(codeOf(() => readState(state))).toBe('engine.STATE_UNKNOWN');
    },
  );
});
