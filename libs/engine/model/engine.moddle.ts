/** The engine's own BPMN attributes: which list a multi-instance activity runs over and what an item is called. */
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
  ],
};
