import { parseDatabaseUrl } from './database-url';

describe('the database address', () => {
  it.each([
    ['sqlite:data/fashen.db', 'data/fashen.db'],
    ['sqlite:/var/lib/fashen.db', '/var/lib/fashen.db'],
    ['sqlite:///var/lib/fashen.db', '/var/lib/fashen.db'],
  ])('%s is a file', (url, file) => {
    expect(parseDatabaseUrl(url)).toEqual({ kind: 'sqlite', file });
  });

  it('names server, account and database', () => {
    // when
    const address = parseDatabaseUrl('mariadb://fa%40shen:p%2Fw@db.example:3307/fashen?tls=true');
    // then
    expect(address).toEqual({
      kind: 'mysql',
      host: 'db.example',
      port: 3307,
      user: 'fa@shen',
      password: 'p/w',
      database: 'fashen',
      tls: true,
    });
  });

  it('takes the usual port when none is given', () => {
    expect(parseDatabaseUrl('mysql://root@127.0.0.1/fashen')).toMatchObject({ port: 3306, password: '', tls: false });
  });

  it.each(['postgres://localhost/fashen', 'sqlite:', 'sqlite::memory:', 'mysql://root@localhost', 'mysql://a:b@c:d/e'])(
    'refuses %s',
    (url) => {
      expect(() => parseDatabaseUrl(url)).toThrow();
    },
  );

  it('does not tell the password when it refuses', () => {
    expect(() => parseDatabaseUrl('mysql://root:geheim@host:port/db')).toThrow(expect.not.stringContaining('geheim'));
  });
});
