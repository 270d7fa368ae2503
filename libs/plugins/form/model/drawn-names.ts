import type { NameReader } from '@fashen/plugin-api';
import { formKey } from './form.schema';
import { BINDING } from './lint/plain-form-key';

/** Forms that steps and starts are bound to. */
export const formNames: NameReader = (model) =>
  [...model.elements.values()].flatMap(({ id: elementId, extensions }) => {
    const key = formKey.safeParse(extensions[BINDING]?.['form']).data;
    return key === undefined ? [] : [{ elementId, kind: 'form', id: key }];
  });
