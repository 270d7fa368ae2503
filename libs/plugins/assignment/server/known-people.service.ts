import { Injectable } from '@nestjs/common';
import { Directory, type Person, type Tx } from '@fashen/plugin-api';

/** People by id, each asked for once per unit of work: one command looks at the same few people again and again. */
@Injectable()
export class KnownPeopleService {
  private readonly units = new WeakMap<Tx, Map<string, Promise<Person | undefined>>>();

  constructor(private readonly directory: Directory) {}

  find(tx: Tx, personId: string): Promise<Person | undefined> {
    const known = this.units.get(tx) ?? new Map<string, Promise<Person | undefined>>();
    this.units.set(tx, known);
    const person = known.get(personId) ?? this.directory.find(tx, personId);
    known.set(personId, person);
    return person;
  }

  /** Throws what the directory throws when there is no such person. */
  async require(tx: Tx, personId: string): Promise<Person> {
    return (await this.find(tx, personId)) ?? this.directory.require(tx, personId);
  }
}
