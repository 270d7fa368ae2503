import Database from 'libsql';

const heldHere = new Set<string>();

/**
 * Lets one process open an SQLite file and refuses every other one: two would stall each other and know nothing of each other's
 * units. The lock is a second little database, `<file>.lock`, with a transaction left open in it: the operating system ends it with
 * the process, however that dies, so nothing stale stays behind. Its `user_version` tells the process number of the holder.
 *
 * Throws when another process, or another part of this one, has the file open. Answers the function that gives it back.
 */
export function lockForThisProcess(file: string): () => void {
  if (heldHere.has(file)) throw new Error(`this process has the database ${file} open already`);
  const lock = new Database(`${file}.lock`, { timeout: 0 });
  try {
    lock.exec('BEGIN IMMEDIATE');
    lock.exec(`PRAGMA user_version = ${process.pid}`);
    lock.exec('COMMIT');
    lock.exec('BEGIN IMMEDIATE');
  } catch (error) {
    const refusal = new Error(refusalText(file, lock), { cause: error });
    lock.close();
    throw refusal;
  }
  heldHere.add(file);
  return () => {
    heldHere.delete(file);
    lock.exec('ROLLBACK');
    lock.close();
  };
}

function refusalText(file: string, lock: Database.Database): string {
  const [row] = lock.pragma('user_version') as readonly { user_version: number }[];
  const holder = row?.user_version ?? 'unknown';
  return `the database ${file} is in use by process ${holder}: an SQLite file serves one server process, several need MariaDB or MySQL`;
}
