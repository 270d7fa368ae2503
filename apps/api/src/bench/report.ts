import type { Measured } from './statistics';

/** Prints the table of the benchmark, line by line as the numbers come in. */
export class Report {
  heading(text: string): void {
    console.log(`\n${text}`);
  }

  line(name: string, value: string): void {
    console.log(`  ${name.padEnd(62)}${value}`);
  }

  number(name: string, value: number, unit: string): void {
    this.line(name, `${Math.round(value).toLocaleString('en')} ${unit}`);
  }

  acts(name: string, { perSecond, p50, p95, p99 }: Measured): void {
    const ms = (value: number): string => value.toFixed(1).padStart(7);
    this.line(name, `${perSecond.toFixed(0).padStart(6)}/s  p50 ${ms(p50)}  p95 ${ms(p95)}  p99 ${ms(p99)} ms`);
  }
}
