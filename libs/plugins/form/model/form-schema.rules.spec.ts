import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FormComponent, formSchema, type FormSchema } from './form.schema';
import { checkFormSchema } from './form-schema.rules';

const form = (...components: FormComponent[]): FormSchema => ({ type: 'default', id: 'sample', components });
const field = (over: Partial<FormComponent>): FormComponent => ({ type: 'textfield', key: 'a', label: 'A', ...over });

describe('a form to be published', () => {
  it.each([
    ['html', [field({ type: 'html' })], 'unknownType'],
    ['iframe', [field({ type: 'iframe' })], 'unknownType'],
    ['a field without a key', [{ type: 'textfield', label: 'A' }], 'missingKey'],
    ['__proto__', [field({ key: '__proto__' })], 'oddKey'],
    ['a path through the prototype', [field({ key: 'a.constructor.b' })], 'oddKey'],
    ['an expression as key', [field({ key: '${x}' })], 'oddKey'],
    ['a key twice', [field({}), field({})], 'doubleKey'],
    ['a key inside a key', [field({ key: 'a' }), field({ key: 'a.b' })], 'keyInsideKey'],
    ['a field without a label', [{ type: 'textfield', key: 'a' }], 'missingLabel'],
    ['a time field', [field({ type: 'datetime', subtype: 'time' })], 'notADate'],
    ['a radio group without choices', [field({ type: 'radio' })], 'noChoices'],
    ['a pattern that repeats a repeat', [field({ validate: { pattern: '^(a+)+$' } })], 'costlyPattern'],
    ['a comparison with a field it does not have', [field({ properties: { differentFrom: 'b' } })], 'noSuchOther'],
    ['a broken pattern', [field({ validate: { pattern: '(' } })], 'costlyPattern'],
  ])('is refused with %s', (_what, components, code) => {
    expect(checkFormSchema(form(...components)).map((finding) => finding.code)).toContain(code);
  });

  it('is accepted when it is plain', () => {
    expect(checkFormSchema(form(field({ key: 'party.name' }), { type: 'text', text: 'hint' }))).toEqual([]);
  });
});

describe('the forms of the bundled processes', () => {
  const processes = join(__dirname, '../../../../processes');
  const files = readdirSync(processes, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.form'));

  it('exist', () => expect(files.length).toBeGreaterThan(20));

  it.each(files)('%s may be published', (file) => {
    const schema = formSchema.parse(JSON.parse(readFileSync(join(processes, file), 'utf8')));
    expect(checkFormSchema(schema)).toEqual([]);
  });
});
