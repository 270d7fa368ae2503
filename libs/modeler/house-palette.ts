import type { DiagramElement } from './diagram';
import type { Translate } from './translate/translator';

/** A thing to draw, offered in the palette and, when it may follow a step, in the pad beside an element. */
interface Part {
  readonly id: string;
  readonly type: string;
  readonly icon: string;
  /** English name; the key of the translation. */
  readonly name: string;
  readonly group: 'activity' | 'gateway' | 'event';
  readonly eventDefinitionType?: string;
}

/** What legal staff draw most, under the names they use. */
const PARTS: readonly Part[] = [
  { id: 'user-task', type: 'bpmn:UserTask', icon: 'bpmn-icon-user-task', name: 'Step', group: 'activity' },
  { id: 'rule-task', type: 'bpmn:BusinessRuleTask', icon: 'bpmn-icon-business-rule', name: 'Rule', group: 'activity' },
  { id: 'parallel-gateway', type: 'bpmn:ParallelGateway', icon: 'bpmn-icon-gateway-parallel', name: 'In parallel', group: 'gateway' },
  {
    id: 'timer',
    type: 'bpmn:IntermediateCatchEvent',
    icon: 'bpmn-icon-intermediate-event-catch-timer',
    name: 'Term',
    group: 'event',
    eventDefinitionType: 'bpmn:TimerEventDefinition',
  },
];

type Entries = Record<string, unknown>;
type Provider = { getPaletteEntries?(): Entries; getContextPadEntries?(element: DiagramElement): (entries: Entries) => Entries };

interface Registry {
  registerProvider(priority: number, provider: Provider): void;
}

interface Injector {
  get<T>(name: string): T;
}

interface ElementFactory {
  createShape(attributes: object): object;
}

interface Create {
  start(event: unknown, shape: object, context?: object): void;
}

interface AutoPlace {
  append(source: DiagramElement, shape: object): void;
}

/** Offers steps, rules, parallel ways and terms directly, without the detour over the replace menu. */
export class HousePalette {
  static readonly $inject = ['injector', 'elementFactory', 'translate'];

  constructor(
    private readonly injector: Injector,
    private readonly elementFactory: ElementFactory,
    private readonly translate: Translate,
  ) {
    const palette = injector.get<Registry>('palette');
    const contextPad = injector.get<Registry>('contextPad');
    palette.registerProvider(600, { getPaletteEntries: () => this.paletteEntries() });
    contextPad.registerProvider(600, { getContextPadEntries: (element) => (entries) => this.withAppended(element, entries) });
  }

  private paletteEntries(): Entries {
    const create = this.injector.get<Create>('create');
    return Object.fromEntries(
      PARTS.map((part) => {
        const start = (event: unknown): void => create.start(event, this.shapeOf(part));
        const entry = {
          group: part.group,
          className: part.icon,
          title: this.translate(part.name),
          action: { dragstart: start, click: start },
        };
        return [`create.fashen-${part.id}`, entry];
      }),
    );
  }

  /** Steps and rules can follow wherever bpmn-js lets something follow. */
  private withAppended(element: DiagramElement, entries: Entries): Entries {
    if (!('append.gateway' in entries)) return entries;
    const create = this.injector.get<Create>('create');
    const autoPlace = this.injector.get<AutoPlace>('autoPlace');
    const appended = PARTS.filter((part) => part.group === 'activity').map((part) => {
      const start = (event: unknown): void => create.start(event, this.shapeOf(part), { source: element });
      const append = (): void => autoPlace.append(element, this.shapeOf(part));
      const title = this.translate('Append {part}', { part: this.translate(part.name) });
      return [`append.fashen-${part.id}`, { group: 'model', className: part.icon, title, action: { dragstart: start, click: append } }];
    });
    return { ...entries, ...Object.fromEntries(appended) };
  }

  private shapeOf({ type, eventDefinitionType }: Part): object {
    return this.elementFactory.createShape({ type, ...(eventDefinitionType && { eventDefinitionType }) });
  }
}
