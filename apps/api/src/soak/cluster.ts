import { setTimeout as pause } from 'node:timers/promises';
import type { FailPlan } from './fail-plan';
import { type NodeEnd, ServerNode } from './server-node';

/** Where the servers run. */
export interface ClusterOptions {
  /** The built server with the courier. */
  readonly serverFile: string;
  readonly databaseUrl: string;
  readonly nodes: number;
  /** Folder for attachments, deliveries and whatever else a node writes. */
  readonly folder: string;
  readonly password: string;
  readonly plan: FailPlan;
  /** Whether the servers publish the processes that come with the product. Takes some seconds at the first start. */
  readonly withBundledProcesses?: boolean;
}

interface Place {
  node?: ServerNode;
  url: string;
  /** The supervisor ended it, not the plan. */
  isReplaced?: boolean;
  keeping?: Promise<void>;
}

/** So many in a row are a finding. */
const FAILED_BOOTS_IN_A_ROW = 20;

/** Server nodes that kill themselves at the points of the plan, and a supervisor that starts them again on the same address. */
export class Cluster {
  /** Points at which a node has killed itself so far. */
  readonly kills: string[] = [];
  /** What went wrong with a node other than being killed. */
  readonly complaints: string[] = [];
  private readonly places: Place[] = [];
  private isStopping = false;
  private isCalm = true;

  constructor(private readonly options: ClusterOptions) {}

  /** Starts all nodes, without kills yet. The first one makes the tables. */
  async start(): Promise<void> {
    for (let number = 0; number < this.options.nodes; number++) {
      const place: Place = { url: '' };
      this.places.push(place);
      const { node, isUp } = await this.boot(place, undefined);
      if (!isUp) throw new Error(`the server does not start: ${(await node.kill()).complaints}`);
    }
  }

  /** From now on each node runs into a point, dies, comes back and runs into the next one. */
  beginKilling(): void {
    this.isCalm = false;
    for (const place of this.places) place.keeping = this.keep(place);
    void this.replaceAll();
  }

  /** No more kills: nodes that come back stay. */
  async calm(): Promise<void> {
    this.isCalm = true;
    await this.replaceAll();
  }

  /** Address of a node; the number may be any. */
  urlOf(number: number): string {
    return this.places[number % this.places.length]?.url ?? '';
  }

  /** Ends all nodes in good order. */
  async stop(): Promise<void> {
    this.isStopping = true;
    for (const place of this.places) {
      const end = await place.node?.stop();
      if (end && end.code !== 0) this.complaints.push(`a node did not stop cleanly: ${end.code ?? end.signal} ${end.complaints}`);
      await place.keeping;
    }
  }

  /** Ends whatever still runs, at once. */
  async destroy(): Promise<void> {
    this.isStopping = true;
    for (const place of this.places) await place.node?.kill();
  }

  private async replaceAll(): Promise<void> {
    for (const place of this.places) {
      const old = place.node;
      place.isReplaced = old !== undefined;
      await old?.kill();
      while (!this.isStopping && (!place.node || place.node === old)) await pause(20);
    }
  }

  private async keep(place: Place): Promise<void> {
    await place.node?.ended;
    delete place.isReplaced;
    for (let failed = 0; !this.isStopping;) {
      const point = this.isCalm ? undefined : this.options.plan.take();
      const { node, isUp } = await this.boot(place, point);
      const end = await node.ended;
      failed = isUp ? 0 : failed + 1;
      // A database that is down just now keeps a node from starting: it tries again.
      if (isUp || failed === FAILED_BOOTS_IN_A_ROW) this.note(place, end, isUp ? (point ?? 'kill -9') : undefined);
    }
  }

  /** Notes how a node ended: by itself at a point of the plan, or in a way it should not. */
  private note(place: Place, end: NodeEnd, point: string | undefined): void {
    const isOurs = place.isReplaced === true || this.isStopping;
    delete place.isReplaced;
    if (isOurs) return;
    if (point !== undefined && end.signal === 'SIGKILL') this.kills.push(point);
    else this.complaints.push(`a node ended with ${end.code ?? end.signal}: ${end.complaints}`);
  }

  private async boot(place: Place, failpoint: string | undefined): Promise<{ node: ServerNode; isUp: boolean }> {
    const { serverFile, databaseUrl, folder, password, withBundledProcesses } = this.options;
    const port = place.url ? new URL(place.url).port : '0';
    const { node, url } = await ServerNode.start(serverFile, {
      FASHEN_DATABASE_URL: databaseUrl,
      FASHEN_DATABASE_ACCEPT_UNSAFE: 'true',
      FASHEN_PORT: port,
      FASHEN_LOG_LEVEL: 'error',
      FASHEN_API_DOCS: 'false',
      ...(!withBundledProcesses && { FASHEN_PROCESSES_DIRECTORY: folder }),
      FASHEN_SAMPLE_PASSWORD: password,
      FASHEN_ATTACHMENT_DIRECTORY: folder,
      FASHEN_COURIER_DIRECTORY: folder,
      ...(failpoint && { FASHEN_FAILPOINT: failpoint }),
    });
    if (url) place.url = url;
    place.node = node;
    return { node, isUp: url !== undefined };
  }
}
