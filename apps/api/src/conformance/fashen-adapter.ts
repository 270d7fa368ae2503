import type { ConformanceAdapter, EngineWorld, World } from '@fashen/conformance';
import { newId } from '@fashen/database';
import { Cast } from './cast';
import { ConformanceNode, type RunningEngine } from './conformance-node';
import { FashenWorld } from './fashen-world';
import { KitClock } from './kit-clock';

/** This product as the kit sees it: the server with all its plugins over HTTP, on one database for all cases. */
export class FashenAdapter implements ConformanceAdapter, RunningEngine {
  readonly name: string;
  readonly clock = new KitClock();
  private current: ConformanceNode | undefined;
  private worlds = 0;

  constructor(
    private readonly url: string,
    private readonly acceptUnsafe = false,
  ) {
    this.name = `Fashen on ${url.startsWith('sqlite') ? 'SQLite' : 'MariaDB'}`;
  }

  async open(world: World): Promise<EngineWorld> {
    this.clock.set(world.now);
    this.current ??= await this.startNode();
    this.worlds += 1;
    const cast = new Cast(world.people, `${this.worlds.toString(36)}${newId().slice(-4)}`);
    return FashenWorld.open({ world, cast, adapter: this });
  }

  /** The node that answers now. */
  get node(): ConformanceNode {
    if (!this.current) throw new Error('no node is running');
    return this.current;
  }

  /** Stops the node and starts another one on the same database. */
  async restart(): Promise<void> {
    await this.stop();
    this.current = await this.startNode();
  }

  /** Turns the node off, moves the clock, and starts two nodes that do at once what fell due. An SQLite file has one node only. */
  async wakeTwice(advance: () => void): Promise<void> {
    await this.stop();
    advance();
    this.current = await this.startNode();
    const other = this.url.startsWith('sqlite') ? undefined : await this.startNode();
    await Promise.all([this.current.work(), other?.work()]);
    await other?.stop();
  }

  async stop(): Promise<void> {
    await this.current?.stop();
    this.current = undefined;
  }

  private startNode(): Promise<ConformanceNode> {
    return ConformanceNode.start({ url: this.url, clock: this.clock, acceptUnsafe: this.acceptUnsafe });
  }
}
