import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { Directory, type Page, type Person, type RequestContext, type Unit, UnitOfWork } from '@fashen/plugin-api';
import { Allow, AllowSignedIn, Context, parsedBy } from '@fashen/plugin-api/server';
import {
  type NewPerson,
  newPerson,
  type NewUnit,
  newUnit,
  type PeopleQuery,
  peopleQuery,
  type PersonChange,
  personChange,
  PersonRegistry,
  type PersonReply,
  type UnitChange,
  unitChange,
} from '../model';

/** Units and persons over HTTP. */
@Controller()
export class DirectoryController {
  constructor(
    private readonly units: UnitOfWork,
    private readonly directory: Directory,
    private readonly registry: PersonRegistry,
  ) {}

  @Get('people')
  @AllowSignedIn()
  async people(@Context() context: RequestContext, @Query(parsedBy(peopleQuery)) query: PeopleQuery): Promise<Page<PersonReply>> {
    const page = await this.units.read(context, (tx) => this.directory.list(tx, query));
    return { ...page, items: page.items.map(replyOf) };
  }

  @Get('units')
  @AllowSignedIn()
  async list(@Context() context: RequestContext): Promise<Page<Unit>> {
    return { items: await this.units.read(context, (tx) => this.registry.listUnits(tx)) };
  }

  @Post('units')
  @Allow('directory.manage')
  addUnit(@Context() context: RequestContext, @Body(parsedBy(newUnit)) body: NewUnit): Promise<Unit> {
    return this.units.run(context, (tx) => this.registry.addUnit(tx, body));
  }

  @Put('units/:unitId')
  @Allow('directory.manage')
  changeUnit(
    @Context() context: RequestContext,
    @Param('unitId') unitId: string,
    @Body(parsedBy(unitChange)) body: UnitChange,
  ): Promise<Unit> {
    return this.units.run(context, (tx) => this.registry.changeUnit(tx, unitId, body));
  }

  @Post('people')
  @Allow('directory.manage')
  addPerson(@Context() context: RequestContext, @Body(parsedBy(newPerson)) body: NewPerson): Promise<Person> {
    return this.units.run(context, (tx) => this.registry.addPerson(tx, body));
  }

  @Put('people/:personId')
  @Allow('directory.manage')
  changePerson(
    @Context() context: RequestContext,
    @Param('personId') personId: string,
    @Body(parsedBy(personChange)) body: PersonChange,
  ): Promise<Person> {
    return this.units.run(context, (tx) => this.registry.changePerson(tx, personId, body));
  }
}

/** Certificate numbers stay inside: lists show who somebody is, not their papers. */
const replyOf = (person: Person): PersonReply => ({
  id: person.id,
  name: person.name,
  unitId: person.unitId,
  unitName: person.unitName,
  posts: person.posts,
  roles: person.roles,
});
