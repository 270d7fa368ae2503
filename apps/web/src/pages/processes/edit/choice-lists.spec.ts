import type { ApiClient } from '@fashen/ui';
import { choicesFrom, readLists } from './choice-lists';

const person = (id: string, name: string, posts: readonly string[] = []) => ({ id, name, unitName: '法制科', posts });

/** Answers as the server does, people two at a time. */
const answers: Readonly<Record<string, unknown>> = {
  '/forms': { items: [{ key: 'draft' }] },
  '/decisions': { items: [{ key: 'catalog', name: '目录' }] },
  '/units': { items: [{ id: 'legal', name: '法制科' }] },
  '/people?limit=200': { items: [person('ding', '丁样例', ['head']), person('bing', '丙样例')], next: 'b 1' },
  '/people?limit=200&after=b%201': { items: [person('wu', '戊样例', ['head', 'chief'])] },
  '/clocks/periods': { periods: [{ key: 'legal-review', name: '法制审核期限' }] },
  '/processes': { items: [{ key: 'ordinary', name: '普通程序' }] },
};
const api = { get: (path: string) => Promise.resolve(answers[path]) } as unknown as ApiClient;

describe('what the panel offers', () => {
  it('is everybody and everything under the names people know', async () => {
    const choices = choicesFrom(await readLists(api, new AbortController().signal), [{ value: 'chief-head', label: '主要负责人' }]);
    expect(choices).toEqual({
      roles: [{ value: 'chief-head', label: '主要负责人' }],
      principals: [
        { value: 'role:chief-head', label: '主要负责人' },
        { value: 'person:ding', label: '丁样例（法制科）' },
        { value: 'person:bing', label: '丙样例（法制科）' },
        { value: 'person:wu', label: '戊样例（法制科）' },
      ],
      forms: [{ value: 'draft', label: 'draft' }],
      decisions: [{ value: 'catalog', label: '目录' }],
      units: [{ value: 'legal', label: '法制科' }],
      people: [
        { value: 'ding', label: '丁样例（法制科）' },
        { value: 'bing', label: '丙样例（法制科）' },
        { value: 'wu', label: '戊样例（法制科）' },
      ],
      posts: [
        { value: 'chief', label: 'chief（戊样例）' },
        { value: 'head', label: 'head（丁样例、戊样例）' },
      ],
      periods: [{ value: 'legal-review', label: '法制审核期限' }],
      processes: [{ value: 'ordinary', label: '普通程序' }],
    });
  });
});
