import type { Asked } from './room';
import type { Scene } from './scene';

/** A way to ask for one operation. */
export interface Draw {
  /** What it is counted as. */
  readonly name: string;
  /** How often it is drawn, compared with the others. */
  readonly weight: number;
  /** Nothing when it makes no sense now. */
  readonly draw: (scene: Scene) => Asked | undefined | Promise<Asked | undefined>;
}

/** The reason of everything here. */
export const REASON = { reason: '随机' } as const;

/** An opinion nobody objects to. */
export const OPINION = '事实清楚，依据充分';
