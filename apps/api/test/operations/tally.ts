/** How often each operation was done and refused. */
export class Tally {
  private readonly counts = new Map<string, { done: number; refused: number }>();
  private readonly codes = new Map<string, number>();

  /** Counts an operation that was done, or refused with this code. */
  add(name: string, code?: string): void {
    const count = this.counts.get(name) ?? { done: 0, refused: 0 };
    count[code === undefined ? 'done' : 'refused'] += 1;
    this.counts.set(name, count);
    if (code !== undefined) this.codes.set(`${name} ${code}`, (this.codes.get(`${name} ${code}`) ?? 0) + 1);
  }

  /** Operations whose rehearsal was compared with what they did. */
  get compared(): number {
    return [...this.counts.values()].reduce((sum, { done, refused }) => sum + done + refused, 0);
  }

  /** Those of them that were not refused. */
  get done(): number {
    return [...this.counts.values()].reduce((sum, { done }) => sum + done, 0);
  }

  /** Names of those that succeeded less often than that. */
  rare(names: readonly string[], least: number): readonly string[] {
    return names.filter((name) => (this.counts.get(name)?.done ?? 0) < least);
  }

  /** One line for each operation, the rarest success first. */
  get lines(): readonly string[] {
    const rows = [...this.counts].sort(([, one], [, other]) => one.done - other.done);
    return rows.map(([name, { done, refused }]) => {
      const numbers = `done ${String(done).padStart(6)}, refused ${String(refused).padStart(6)}`;
      return `${name.padEnd(18)} ${numbers}  ${this.reasonsOf(name).join(', ')}`;
    });
  }

  /** The refusals of an operation, the most frequent first. */
  private reasonsOf(name: string): readonly string[] {
    const own = [...this.codes].filter(([key]) => key.startsWith(`${name} `)).sort(([, one], [, other]) => other - one);
    return own.slice(0, 4).map(([key, times]) => `${key.slice(name.length + 1)} ${times}`);
  }
}
