import type { ElementRegistry } from '../diagram';
import type { ChoiceSource, PanelChoice } from '../modeler-plugin';

/** Configuration under `fashenChoices` of the modeler: lists the page has read from the server. */
export type SuppliedChoices = Partial<Readonly<Record<Exclude<ChoiceSource, 'userTasks'>, readonly PanelChoice[]>>>;

/** What the panel offers to choose from: lists from the server, and the steps of the drawing itself. */
export class ModelerChoices {
  static readonly $inject = ['elementRegistry', 'config.fashenChoices'];

  constructor(
    private readonly elementRegistry: ElementRegistry,
    private readonly supplied: SuppliedChoices | null,
  ) {}

  list(source: ChoiceSource): readonly PanelChoice[] {
    if (source !== 'userTasks') return this.supplied?.[source] ?? [];
    return this.elementRegistry
      .filter((element) => element.type === 'bpmn:UserTask' && element.labelTarget === undefined)
      .map((element) => ({ value: element.id, label: element.businessObject.name ?? element.id }));
  }
}
