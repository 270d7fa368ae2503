import { cleanName, dispositionOf, extensionOf, kindOfName, looksLikeMarkup } from './file-type.rules';

describe('the name of a file', () => {
  it.each([
    ['现场照片 1.jpg', '现场照片 1.jpg'],
    ['../../etc/passwd.txt', 'passwd.txt'],
    ['..\\..\\windows\\system32\\a.txt', 'a.txt'],
    ['/etc/shadow.txt', 'shadow.txt'],
    ['C:\\temp\\a.pdf', 'a.pdf'],
    ['a\u0000b.pdf', 'ab.pdf'],
    ['a\r\nSet-Cookie: x=1.pdf', 'aSet-Cookie: x=1.pdf'],
    ['photo\u202Egnp.exe.pdf', 'photognp.exe.pdf'],
    ['zero\u200Bwidth.pdf', 'zerowidth.pdf'],
    ['.htaccess.txt', 'htaccess.txt'],
    ['....txt', 'txt'],
    ['  much   space  .pdf ', 'much space .pdf'],
    ['../', ''],
    ['', ''],
    ['...', ''],
    ['\u202E', ''],
    ['con.txt', 'con.txt'],
    ['%2e%2e%2fpasswd.txt', '%2e%2e%2fpasswd.txt'],
    ['<img src=x onerror=alert(1)>.png', '<img src=x onerror=alert(1)>.png'],
    ['e\u0301vidence.pdf', 'évidence.pdf'],
  ])('%j is kept as %j', (raw, expected) => {
    expect(cleanName(raw)).toBe(expected);
  });

  it('is shortened in front of its extension', () => {
    const name = cleanName(`${'证'.repeat(300)}.pdf`);
    expect([...name]).toHaveLength(150);
    expect(name.endsWith('证.pdf')).toBe(true);
  });

  it('cannot break out of the header of the download', () => {
    const header = dispositionOf('证据"; filename="x.html\r\n.pdf');
    expect(header).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!-]+$/);
    expect(decodeURIComponent(header.split("''")[1] ?? '')).toContain('证据');
  });
});

describe('the kind of a file', () => {
  it.each([
    ['a.PDF', 'application/pdf'],
    ['a.jpeg', 'image/jpeg'],
    ['a.docm', undefined],
    ['a.svg', undefined],
    ['a.html', undefined],
    ['a.pdf.exe', undefined],
    ['pdf', undefined],
  ])('%s promises %s', (name, expected) => {
    expect(kindOfName(name)?.mediaType).toBe(expected);
  });

  it('reads the extension after the last dot', () => {
    expect(extensionOf('a.b.C')).toBe('c');
    expect(extensionOf('none')).toBe('');
  });

  it.each([
    ['<!DOCTYPE html>', true],
    ['\n < script>alert(1)', true],
    ['<svg onload=x>', true],
    ['罚款 < 3000 元', false],
    ['a<b', false],
  ])('the text %j is markup: %s', (text, expected) => {
    expect(looksLikeMarkup(text)).toBe(expected);
  });
});
