import { hostileModels } from '@fashen/testing';
import type { ExtensionRegistry } from '../plugin-host/extension-registry';
import { PluginHost } from '../plugin-host/plugin-host';
import { DeploymentGate } from './deployment-gate';
import { DrawnNamesService } from './drawn-names.service';

/** The promise is an answer within a second; the rest of the limit is for a loaded machine. */
const LIMIT_MS = 5_000;

describe('a hostile model', () => {
  // No plugin is loaded, so no behavior answers any extension.
  const extensions = { answeredTypes: new Set<string>() } as unknown as ExtensionRegistry;
  const host = new PluginHost([]);
  const gate = new DeploymentGate(host, extensions, new DrawnNamesService(host, extensions));

  it('comes in more than 40 kinds', () => expect(hostileModels.length).toBeGreaterThan(40));

  it.each(hostileModels)(
    'is refused: $name',
    async ({ xml }) => {
      const findings = await gate.check(xml);
      expect(findings.filter((finding) => finding.severity === 'error')).not.toEqual([]);
      expect(globalThis).not.toHaveProperty('hostileModelRan');
    },
    LIMIT_MS,
  );
});
