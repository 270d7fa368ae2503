import { Column, type ColumnOptions, PrimaryColumn, type QueryRunner, type TableColumnOptions } from 'typeorm';

/*
 * Column kinds that mean the same on SQLite and on MySQL/MariaDB. Entities use the decorators, migrations the functions of
 * the same name in lower case. Instants are whole milliseconds since the epoch in a bigint: exact, comparable and free of time zones
 * on both databases. JSON is text we write and read ourselves, so that what was hashed is what is stored.
 */

type EntityOptions = Omit<ColumnOptions, 'type'>;
type TableOptions = Partial<TableColumnOptions>;

const asNumber = {
  to: (value?: number | null): number | null | undefined => value,
  from: (value?: string | number | null): number | null | undefined => (value === null || value === undefined ? value : Number(value)),
};

/** Primary key made by the application, at most 36 characters. */
export const IdColumn = (): PropertyDecorator => PrimaryColumn({ type: 'varchar', length: 36 });
/** Reference to an id. */
export const RefColumn = (options: EntityOptions = {}): PropertyDecorator => Column({ type: 'varchar', length: 36, ...options });
/** Short text. */
export const TextColumn = (length: number, options: EntityOptions = {}): PropertyDecorator =>
  Column({ type: 'varchar', length, ...options });
/** Text of any length: XML, JSON, opinions. */
export const LongTextColumn = (options: EntityOptions = {}): PropertyDecorator => Column({ type: 'longtext', ...options });
/** 32-bit whole number. */
export const IntegerColumn = (options: EntityOptions = {}): PropertyDecorator => Column({ type: 'int', ...options });
/** Milliseconds since the epoch. */
export const InstantColumn = (options: EntityOptions = {}): PropertyDecorator =>
  Column({ type: 'bigint', ...options, transformer: asNumber });
/** Yes or no. */
export const FlagColumn = (options: EntityOptions = {}): PropertyDecorator => Column({ type: 'boolean', ...options });

const column = (name: string, type: string, options: TableOptions): TableColumnOptions => ({ name, type, ...options });

/** True on MySQL and MariaDB. */
export const isMysql = (runner: QueryRunner): boolean => ['mysql', 'mariadb'].includes(runner.connection.options.type);

/** Table columns for migrations; see the decorators above. */
export const columns = {
  id: (name = 'id'): TableColumnOptions => column(name, 'varchar', { length: '36', isPrimary: true }),
  ref: (name: string, options: TableOptions = {}): TableColumnOptions => column(name, 'varchar', { length: '36', ...options }),
  text: (name: string, length: number, options: TableOptions = {}): TableColumnOptions =>
    column(name, 'varchar', { length: String(length), ...options }),
  longText: (name: string, options: TableOptions = {}): TableColumnOptions => column(name, 'longtext', options),
  integer: (name: string, options: TableOptions = {}): TableColumnOptions => column(name, 'integer', options),
  instant: (name: string, options: TableOptions = {}): TableColumnOptions => column(name, 'bigint', options),
  flag: (runner: QueryRunner, name: string, options: TableOptions = {}): TableColumnOptions =>
    column(name, isMysql(runner) ? 'tinyint' : 'boolean', options),
};
