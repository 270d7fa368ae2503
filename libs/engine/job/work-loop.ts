const LONGEST_SLEEP_MS = 2_147_000_000;

/** What a loop does each time it is awake. */
export interface Work {
  /** Does what is due. */
  runDue(): Promise<void>;
  /** Milliseconds until the next look. */
  pauseMs(): Promise<number>;
  /** Something unexpected happened; the loop goes on after a pause. */
  failed(error: unknown): void;
}

const PAUSE_AFTER_FAILURE_MS = 1_000;

/** A loop that works, sleeps and can be woken. `stop` lets the work at hand end. */
export class WorkLoop {
  private running: Promise<void> | undefined;
  private isStopping = false;
  private isWoken = false;
  private wakeUp: () => void = () => undefined;

  constructor(private readonly work: Work) {}

  start(): void {
    this.isStopping = false;
    this.running ??= this.run();
  }

  /** Ends the sleep, or skips the next one. */
  wake(): void {
    this.isWoken = true;
    this.wakeUp();
  }

  async stop(): Promise<void> {
    this.isStopping = true;
    this.wake();
    await this.running;
    this.running = undefined;
  }

  private async run(): Promise<void> {
    while (!this.isStopping) {
      this.isWoken = false;
      const pause = await this.turn();
      if (!this.isWoken && !this.isStopping) await this.sleep(pause);
    }
  }

  private async turn(): Promise<number> {
    try {
      await this.work.runDue();
      return await this.work.pauseMs();
    } catch (error) {
      this.work.failed(error);
      return PAUSE_AFTER_FAILURE_MS;
    }
  }

  private async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.min(Math.max(ms, 0), LONGEST_SLEEP_MS));
      this.wakeUp = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
