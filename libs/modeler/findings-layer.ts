import type { LintFinding } from '@fashen/plugin-api';
import type { Canvas, ElementRegistry, Overlays } from './diagram';

/** A finding with its sentence in the language of the page. */
export interface ShownFinding extends LintFinding {
  readonly message: string;
  readonly remedy?: string;
}

const OVERLAY = 'fashen-finding';

/** Marks findings on the canvas: a badge with the number per element, red for errors, and the sentence as its title. */
export class FindingsLayer {
  static readonly $inject = ['overlays', 'elementRegistry', 'canvas'];
  private marked: string[] = [];

  constructor(
    private readonly overlays: Overlays,
    private readonly elementRegistry: ElementRegistry,
    private readonly canvas: Canvas,
  ) {}

  /** Replaces all marks. */
  show(findings: readonly ShownFinding[]): void {
    this.overlays.remove({ type: OVERLAY });
    for (const id of this.marked) if (this.elementRegistry.get(id)) this.canvas.removeMarker(id, 'fashen-refused');
    const byElement = groupByElement(findings.filter(({ elementId }) => elementId && this.elementRegistry.get(elementId)));
    this.marked = [...byElement.keys()];
    for (const [elementId, found] of byElement) this.mark(elementId, found);
  }

  private mark(elementId: string, findings: readonly ShownFinding[]): void {
    const isError = findings.some((finding) => finding.severity === 'error');
    if (isError) this.canvas.addMarker(elementId, 'fashen-refused');
    // Names and sentences come from people: text nodes only, never markup.
    const badge = document.createElement('span');
    badge.className = isError ? 'fashen-badge fashen-badge-error' : 'fashen-badge fashen-badge-warning';
    badge.textContent = `${isError ? '✗' : '!'} ${findings.length}`;
    badge.title = findings.map((finding) => finding.message).join('\n');
    this.overlays.add(elementId, OVERLAY, { position: { top: -12, left: -8 }, html: badge });
  }
}

function groupByElement(findings: readonly ShownFinding[]): ReadonlyMap<string, readonly ShownFinding[]> {
  const groups = new Map<string, ShownFinding[]>();
  for (const finding of findings) {
    const id = finding.elementId ?? '';
    groups.set(id, [...(groups.get(id) ?? []), finding]);
  }
  return groups;
}
