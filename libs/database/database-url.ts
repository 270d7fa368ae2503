/** Where the data lives, read from `FASHEN_DATABASE_URL`. */
export type DatabaseAddress =
  | { readonly kind: 'sqlite'; readonly file: string }
  | {
      readonly kind: 'mysql';
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
      /** Encrypts the connection and checks the certificate of the server (`?tls=true`). */
      readonly tls: boolean;
    };

/**
 * Reads an address: `sqlite:data/fashen.db`, `mysql://user:password@host:3306/fashen` or `mariadb://...`.
 * Throws a plain error without the password in it; it ends the process at boot.
 */
export function parseDatabaseUrl(url: string): DatabaseAddress {
  if (url.startsWith('sqlite:')) return sqliteAddress(url);
  if (/^(mysql|mariadb):\/\//.test(url)) return mysqlAddress(url);
  throw new Error('the database address must begin with sqlite:, mysql:// or mariadb://');
}

function sqliteAddress(url: string): DatabaseAddress {
  const file = url.replace(/^sqlite:(\/\/(?=\/))?/, '');
  if (file === '') throw new Error('the database address names no file: write sqlite:data/fashen.db');
  if (file === ':memory:')
    throw new Error('an SQLite database in memory cannot keep transactions apart: name a file, a temporary one if need be');
  return { kind: 'sqlite', file };
}

function mysqlAddress(url: string): DatabaseAddress {
  if (!URL.canParse(url)) throw new Error('the database address cannot be read: is a special character of the password written as %XX?');
  const parsed = new URL(url);
  const database = decodeURIComponent(parsed.pathname.slice(1));
  if (database === '') throw new Error('the database address names no database: write mysql://user:password@host:3306/fashen');
  return {
    kind: 'mysql',
    host: parsed.hostname,
    port: Number(parsed.port || 3306),
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database,
    tls: parsed.searchParams.get('tls') === 'true',
  };
}
