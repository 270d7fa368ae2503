import { Injectable } from '@nestjs/common';
import { CaseAccess, Directory, type InstanceView, type JsonObject, Tasks, type TaskView, type Tx } from '@fashen/plugin-api';
import { type CaseContentReply, type ContentSection, filledFields, filledIn, type FormSchema, personsIn } from '../model';
import { FormLookupService } from './form-lookup.service';

/** What people have filled in, for everybody who has to read before they decide. */
@Injectable()
export class CaseContentService {
  constructor(
    private readonly lookup: FormLookupService,
    private readonly tasks: Tasks,
    private readonly access: CaseAccess,
    private readonly directory: Directory,
  ) {}

  /** The case as its data stands now, form by form: the start first, then the steps in the order they were last done, each person's part alone. */
  async ofCase(tx: Tx, caseId: string): Promise<CaseContentReply> {
    const instance = await this.access.require(tx, caseId);
    const start = await this.startSection(tx, instance);
    const sections = start ? [start] : [];
    for (const { task, answer } of filledIn(await this.tasks.ofInstance(tx, caseId))) {
      const form = await this.lookup.findOfTask(tx, task);
      const data = answer ?? instance.variables;
      if (form) sections.push(await this.section(tx, { form: form.schema, instance, title: task.nodeName, task, data }));
    }
    return { sections: sections.filter(({ fields }) => fields.length > 0) };
  }

  private async startSection(tx: Tx, instance: InstanceView): Promise<ContentSection | undefined> {
    const start = await this.lookup.findOfStarted(tx, instance);
    return start && this.section(tx, { form: start.form.schema, instance, title: start.nodeName, data: instance.variables });
  }

  private async section(tx: Tx, { form, instance, title, task, data }: SectionOf): Promise<ContentSection> {
    const personId = task ? task.endedBy : instance.startedBy;
    const names = await this.directory.names(tx, [...personsIn(form, data), ...(personId ? [personId] : [])]);
    const personName = personId && names.get(personId);
    return {
      title,
      at: (task?.endedAt ?? instance.startedAt).getTime(),
      ...(personId && { personId }),
      ...(personName && { personName }),
      fields: filledFields(named(form, names), data),
    };
  }
}

interface SectionOf {
  readonly form: FormSchema;
  readonly instance: InstanceView;
  readonly title: string;
  readonly task?: TaskView;
  readonly data: JsonObject;
}

/** The form with the names of persons as choices of the fields that ask for people. */
function named(form: FormSchema, names: ReadonlyMap<string, string>): FormSchema {
  const values = [...names].map(([value, label]) => ({ label, value }));
  return { ...form, components: form.components.map((one) => (one.properties?.['people'] === undefined ? one : { ...one, values })) };
}
