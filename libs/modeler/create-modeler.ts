import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import './modeler.css';
import BpmnModeler from 'bpmn-js/lib/Modeler';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from 'bpmn-js-properties-panel';
import type { Locale } from '@fashen/plugin-api';
import { drawingModdles } from './drawing-moddles';
import type { DiagramModule } from './diagram';
import { FindingsLayer } from './findings-layer';
import type { ModelerPlugin } from './modeler-plugin';
import { ModelerChoices, type SuppliedChoices } from './panel-kit/choices';
import { panelTexts } from './panel-kit/panel-texts';
import { PluginPanelProvider } from './panel-kit/plugin-panel.provider';
import { HousePalette } from './house-palette';
import { SmallPalette } from './small-palette';
import { translator } from './translate/translator';

/** Where and how the modeler is drawn. */
export interface ModelerOptions {
  readonly canvas: HTMLElement;
  readonly panel: HTMLElement;
  readonly plugins: readonly ModelerPlugin[];
  readonly locale: Locale;
  readonly choices: SuppliedChoices;
}

/** bpmn-js with our panel, palette, texts and marks for findings. The caller imports XML and destroys it. */
export function createModeler({ canvas, panel, plugins, locale, choices }: ModelerOptions): BpmnModeler {
  return new BpmnModeler({
    container: canvas,
    propertiesPanel: { parent: panel },
    moddleExtensions: drawingModdles(plugins),
    fashenPanel: { plugins, text: panelTexts(plugins, locale) },
    fashenChoices: choices,
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      houseModule(locale),
      ...plugins.flatMap((plugin) => plugin.modules ?? []),
    ],
  });
}

const houseModule = (locale: Locale): DiagramModule => ({
  __init__: ['fashenPanelProvider', 'fashenSmallPalette', 'fashenHousePalette', 'fashenFindings'],
  fashenPanelProvider: ['type', PluginPanelProvider],
  fashenChoices: ['type', ModelerChoices],
  fashenFindings: ['type', FindingsLayer],
  fashenSmallPalette: ['type', SmallPalette],
  fashenHousePalette: ['type', HousePalette],
  translate: ['value', translator(locale)],
});
