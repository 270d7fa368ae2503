import type { OpinionReply } from '../model';

/** An opinion with its corrections, oldest first. The last one is what its author says now. */
export interface OpinionEntry {
  readonly latest: OpinionReply;
  readonly earlier: readonly OpinionReply[];
}

/** Puts corrections to what they correct. Entries stand in the order in which they were first given. */
export function entriesOf(opinions: readonly OpinionReply[]): readonly OpinionEntry[] {
  const byId = new Map(opinions.map((one) => [one.id, one]));
  const chains = new Map<string, OpinionReply[]>();
  for (const one of opinions) {
    const root = rootOf(one, byId);
    chains.set(root.id, [...(chains.get(root.id) ?? []), one]);
  }
  return [...chains.values()].flatMap((chain) => {
    const latest = chain.at(-1);
    return latest ? [{ latest, earlier: chain.slice(0, -1) }] : [];
  });
}

function rootOf(one: OpinionReply, byId: ReadonlyMap<string, OpinionReply>): OpinionReply {
  const corrected = one.correctsId === undefined ? undefined : byId.get(one.correctsId);
  return corrected ? rootOf(corrected, byId) : one;
}
