import { createTestApp, type TestApp } from '@fashen/testing';
import { assignmentPlugin } from '@fashen/plugins/assignment/server';
import { caseFilePlugin } from '@fashen/plugins/case-file/server';
import { directoryPlugin } from '@fashen/plugins/directory/server';
import { formPlugin } from '@fashen/plugins/form/server';
import { PersonRegistry } from '@fashen/plugins/directory/model';
import { type FormComponent, FormLibrary } from '../model';
import { CaseContentService } from '../server/case-content.service';
import { FormService } from '../server/form.service';
import { SubmissionService } from '../server/submission.service';

const MODEL = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:assignment="urn:fashen:assignment:1.0" xmlns:form="urn:fashen:form:1.0" id="d" targetNamespace="urn:test">
  <bpmn:process id="simple" name="Simple" isExecutable="true">
    <bpmn:startEvent id="start" name="Start"><bpmn:extensionElements><form:binding form="start-simple" /></bpmn:extensionElements></bpmn:startEvent>
    <bpmn:userTask id="answer" name="Answer"><bpmn:extensionElements><assignment:assignment kind="starter" /><form:binding form="answer" /></bpmn:extensionElements></bpmn:userTask>
    <bpmn:userTask id="nod" name="Nod"><bpmn:extensionElements><assignment:assignment kind="starter" /></bpmn:extensionElements></bpmn:userTask>
    <bpmn:endEvent id="end" name="End" />
    <bpmn:sequenceFlow id="a" sourceRef="start" targetRef="answer" /><bpmn:sequenceFlow id="b" sourceRef="answer" targetRef="nod" />
    <bpmn:sequenceFlow id="c" sourceRef="nod" targetRef="end" />
  </bpmn:process>
</bpmn:definitions>`;

const text = (key: string, over: Partial<FormComponent> = {}): FormComponent => ({ type: 'textfield', key, label: key, ...over });

describe('forms of a running case', () => {
  let app: TestApp;

  beforeEach(async () => {
    app = await createTestApp({ plugins: [directoryPlugin, assignmentPlugin, caseFilePlugin, formPlugin] });
    const registry = app.get(PersonRegistry);
    await app.as('admin').run(async (tx) => {
      await registry.addUnit(tx, { id: 'squad', name: 'Squad' });
      for (const id of ['li', 'wang']) {
        await registry.addPerson(tx, { id, name: id, unitId: 'squad', roles: ['handling-officer'], posts: [], certificates: [] });
      }
    });
    await publishForm('start-simple', [text('case.cause', { validate: { required: true } })]);
    await publishForm('answer', [text('answer.text', { validate: { required: true } })]);
    await app.publish(MODEL);
  });

  afterEach(() => app.close());

  const publishForm = (id: string, components: FormComponent[]): Promise<unknown> =>
    app
      .as('modeler')
      .run((tx) => app.get(FormLibrary).publish(tx, { schema: { type: 'default', id, components }, reason: 'for the test' }));

  const start = async (): Promise<{ taskId: string; caseId: string }> =>
    app.as('li').run(async (tx) => {
      const instance = await app.instances.start(tx, {
        definitionKey: 'simple',
        businessKey: `s-${Math.random()}`,
        title: 'A case',
        variables: { case: { cause: 'dust' }, secret: 'not on the form' },
      });
      const [task] = await app.tasks.ofInstance(tx, instance.id);
      return { taskId: task?.id ?? '', caseId: instance.id };
    });

  const submit = (person: string, taskId: string, data: Record<string, never> | object): Promise<unknown> =>
    app.as(person).run((tx) => app.get(SubmissionService).submit(tx, taskId, { data: data as never }));

  it('show what was filled in to those who see the case, the start first, and nothing that no form asked for', async () => {
    // given
    const { taskId, caseId } = await start();
    await submit('li', taskId, { answer: { text: 'covered' } });
    const content = (who: string) => app.as(who).read((tx) => app.get(CaseContentService).ofCase(tx, caseId));
    // when
    const { sections } = await content('li');
    // then
    expect(sections.map(({ title, personName, fields }) => [title, personName, fields])).toEqual([
      ['Start', 'li', [{ key: 'case.cause', label: 'case.cause', value: 'dust' }]],
      ['Answer', 'li', [{ key: 'answer.text', label: 'answer.text', value: 'covered' }]],
    ]);
    await expect(content('wang')).rejects.toMatchObject({ code: 'case-file.CASE_MISSING' });
  });

  it('show the published version with what the case knows, and nothing else of the case', async () => {
    // given
    await publishForm('answer', [text('answer.text'), text('case.cause')]);
    const { taskId } = await start();
    // when
    const form = await app.as('li').read((tx) => app.get(FormService).show(tx, taskId));
    // then
    expect(form).toMatchObject({ key: 'answer', version: 2, data: { case: { cause: 'dust' } } });
    expect(JSON.stringify(form)).not.toContain('not on the form');
  });

  it('are absent where the step asks for nothing', async () => {
    // given
    const { taskId, caseId } = await start();
    await submit('li', taskId, { answer: { text: 'yes' } });
    const tasks = await app.as('li').read((tx) => app.tasks.ofInstance(tx, caseId));
    const nod = tasks.find(({ nodeId }) => nodeId === 'nod');
    // when
    const form = await app.as('li').read((tx) => app.get(FormService).show(tx, nod?.id ?? ''));
    // then
    expect(form).toBeUndefined();
    await submit('li', nod?.id ?? '', {});
  });

  it('keep the version a task was made with', async () => {
    // given
    const { taskId } = await start();
    app.clock.advance({ minutes: 1 });
    await publishForm('answer', [text('answer.other', { validate: { required: true } })]);
    // when
    await submit('li', taskId, { answer: { text: 'yes' } });
    // then
    const later = await start();
    await expect(submit('li', later.taskId, { answer: { text: 'yes' } })).rejects.toMatchObject({ code: 'form.INVALID' });
  });

  it.each([
    ['a missing answer', {}],
    ['a key the form does not have', { answer: { text: 'yes' }, decision: { approved: true } }],
    ['an answer of another type', { answer: { text: 5 } }],
  ])('refuse %s and change nothing', async (_what, data) => {
    // given
    const { taskId, caseId } = await start();
    // when
    await expect(submit('li', taskId, data)).rejects.toMatchObject({ code: 'form.INVALID', kind: 'unprocessable' });
    // then
    const instance = await app.as('li').read((tx) => app.instances.require(tx, caseId));
    expect(instance).toMatchObject({ status: 'RUNNING', variables: { case: { cause: 'dust' } } });
    expect(instance.variables).not.toHaveProperty('answer');
  });

  it('cannot be gone around by completing the task directly', async () => {
    const { taskId } = await start();
    const direct = app.as('li').run((tx) => app.tasks.complete(tx, taskId, { output: { decision: { approved: true } } }));
    await expect(direct).rejects.toMatchObject({ code: 'form.INVALID' });
  });

  it('do not exist for somebody who may not see the case', async () => {
    const { taskId } = await start();
    await expect(app.as('wang').read((tx) => app.get(FormService).show(tx, taskId))).rejects.toMatchObject({ kind: 'missing' });
    await expect(submit('wang', taskId, { answer: { text: 'yes' } })).rejects.toMatchObject({ kind: 'missing' });
  });

  it('offer persons of a role as choices and accept no other', async () => {
    // given
    await publishForm('answer', [{ type: 'select', key: 'answer.who', label: 'Who', properties: { people: 'handling-officer' } }]);
    const { taskId } = await start();
    // when
    const form = await app.as('li').read((tx) => app.get(FormService).show(tx, taskId));
    // then
    expect(form?.schema.components[0]?.values?.map((choice) => choice.value)).toEqual(['li', 'wang']);
    await expect(submit('li', taskId, { answer: { who: 'chief' } })).rejects.toMatchObject({ code: 'form.INVALID' });
    await submit('li', taskId, { answer: { who: 'wang' } });
  });

  it('get a version each when two people publish at the same moment', async () => {
    // when
    await Promise.all(['answer.a', 'answer.b', 'answer.c'].map((key) => publishForm('answer', [text(key)])));
    // then
    const versions = await app.as('li').read((tx) => app.get(FormLibrary).versions(tx, 'answer'));
    expect(versions.map(({ version }) => version)).toEqual([4, 3, 2, 1]);
  });

  it('publish the same content once', async () => {
    await publishForm('answer', [text('answer.text', { validate: { required: true } })]);
    const versions = await app.as('li').read((tx) => app.get(FormLibrary).versions(tx, 'answer'));
    expect(versions).toHaveLength(1);
  });

  it.each(['=(((', '=count(for a in 1..90000 return a) > 1', '=matches(answer.text, "(a+)+$")'])(
    'are not published with a condition that cannot be read or may take long: %s',
    async (hide) => {
      const published = publishForm('answer', [text('answer.text', { conditional: { hide } })]);
      await expect(published).rejects.toMatchObject({
        code: 'form.SCHEMA_REFUSED',
        params: { findings: [{ code: 'badCondition', key: 'answer.text' }] },
      });
    },
  );
});
