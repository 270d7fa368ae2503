import type { OpenDatabase } from './data-source';

/**
 * Runs the migrations that have not run yet, oldest first by the number in their class name, each recorded in `database_migration`.
 * Several nodes may start at once: one migrates, the others wait for it and find nothing left to do.
 * Answers the names of those that ran.
 *
 * MariaDB and MySQL commit each change of a table by itself, so a migration that was cut off is run again from its beginning:
 * migrations create with "if not exists" and only add.
 */
export async function migrate(database: OpenDatabase): Promise<readonly string[]> {
  return database.dialect.exclusively(database.dataSource, 'migrate', async () => {
    const ran = await database.dataSource.runMigrations({ transaction: 'each' });
    return ran.map((migration) => migration.name);
  });
}
