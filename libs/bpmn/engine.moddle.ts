/**
 * The engine's own BPMN vocabulary: which list a multi-instance activity runs over and what an item is called, which job a service or
 * send task stands for, what goes into a called process and comes back.
 */
export const engineModdle = {
  name: 'Engine',
  prefix: 'engine',
  uri: 'urn:fashen:engine:1.0',
  xml: { tagAlias: 'lowerCase' },
  types: [
    {
      name: 'LoopItems',
      extends: ['bpmn:MultiInstanceLoopCharacteristics'],
      properties: [
        { name: 'collection', isAttr: true, type: 'String' },
        { name: 'itemVariable', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Job',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:ServiceTask', 'bpmn:SendTask'] },
      properties: [
        { name: 'type', isAttr: true, type: 'String' },
        { name: 'input', isAttr: true, type: 'String' },
      ],
    },
    {
      name: 'Mapping',
      superClass: ['Element'],
      meta: { allowedIn: ['bpmn:CallActivity'] },
      properties: [
        { name: 'input', isAttr: true, type: 'String' },
        { name: 'output', isAttr: true, type: 'String' },
      ],
    },
  ],
};
