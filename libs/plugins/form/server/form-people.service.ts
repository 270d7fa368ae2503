import { Injectable } from '@nestjs/common';
import { Directory, type Person, type Tx } from '@fashen/plugin-api';
import type { FormComponent, FormSchema } from '../model';

/**
 * Fills the choices of person fields. A field asks for people by roles in its form-js properties:
 * `"properties": { "people": "handling-officer,unit-head" }`; its answers are person ids.
 */
@Injectable()
export class FormPeopleService {
  constructor(private readonly directory: Directory) {}

  async fill(tx: Tx, schema: FormSchema): Promise<FormSchema> {
    const components: FormComponent[] = [];
    for (const component of schema.components) components.push(await this.fillOne(tx, component));
    return { ...schema, components };
  }

  private async fillOne(tx: Tx, component: FormComponent): Promise<FormComponent> {
    const roles = component.properties?.['people']?.split(',').map((role) => role.trim());
    if (!roles?.length) return component;
    const people = new Map<string, Person>();
    for (const role of roles) {
      for (const person of (await this.directory.list(tx, { role, limit: 200 })).items) people.set(person.id, person);
    }
    const values = [...people.values()].map((person) => ({ label: `${person.name}（${person.unitName}）`, value: person.id }));
    return { ...component, values };
  }
}
