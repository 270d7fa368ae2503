import type { DiagramElement } from '../diagram';
import { type Editing, setProperty } from './extension-element';

const extension = { $type: 'assignment:Assignment', $instanceOf: (type: string) => type === 'assignment:Assignment' };
const element = { businessObject: { extensionElements: { values: [extension] } } } as unknown as DiagramElement;

function written(change: Parameters<typeof setProperty>[2]): readonly unknown[] {
  const calls: unknown[] = [];
  const modeling = { updateModdleProperties: (...args: readonly unknown[]) => calls.push(args[2]) };
  setProperty({ modeling } as unknown as Editing, element, change);
  return calls;
}

describe('an attribute of an extension element', () => {
  it('is written, and removed when it is empty', () => {
    expect(written({ type: 'assignment:Assignment', property: 'value', value: 'zi' })).toEqual([{ value: 'zi' }]);
    expect(written({ type: 'assignment:Assignment', property: 'value', value: '' })).toEqual([{ value: undefined }]);
  });

  it('empties in the same command what means something else from now on', () => {
    expect(written({ type: 'assignment:Assignment', property: 'kind', value: 'person', clears: ['value'] })).toEqual([
      { kind: 'person', value: undefined },
    ]);
  });
});
