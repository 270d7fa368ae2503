import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';

/** Something that works in the background. */
export interface Worker {
  start(): void;
  /** Lets the work at hand end. */
  stop(): Promise<void>;
}

/** Starts the background work of this node when the application is up and ends it before the application goes down. */
export class Workers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(private readonly workers: readonly Worker[]) {}

  onApplicationBootstrap(): void {
    for (const worker of this.workers) worker.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop()));
  }
}
