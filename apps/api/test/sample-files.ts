/** Small files of each kind, and files that are not what they say. */

const text = (content: string): Buffer => Buffer.from(content, 'utf8');

/** One part of a zip archive. `claimedSize` is what the directory says instead of the truth. */
export interface ZipPart {
  readonly name: string;
  readonly content?: string;
  readonly claimedSize?: number;
  readonly isEncrypted?: boolean;
}

/** Writes a zip archive without compression. */
export function zip(parts: readonly ZipPart[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const local = Buffer.concat([localHeader(part), text(part.name), text(part.content ?? '')]);
    directory.push(Buffer.concat([directoryHeader(part, offset), text(part.name)]));
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(entries.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, entries, end]);
}

function localHeader(part: ZipPart): Buffer {
  const header = Buffer.alloc(30);
  const size = text(part.content ?? '').length;
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(20, 4);
  header.writeUInt16LE(part.isEncrypted ? 1 : 0, 6);
  header.writeUInt32LE(size, 18);
  header.writeUInt32LE(size, 22);
  header.writeUInt16LE(text(part.name).length, 26);
  return header;
}

function directoryHeader(part: ZipPart, offset: number): Buffer {
  const header = Buffer.alloc(46);
  const size = text(part.content ?? '').length;
  header.writeUInt32LE(0x02014b50, 0);
  header.writeUInt16LE(20, 6);
  header.writeUInt16LE(part.isEncrypted ? 1 : 0, 8);
  header.writeUInt32LE(size, 20);
  header.writeUInt32LE(part.claimedSize ?? size, 24);
  header.writeUInt16LE(text(part.name).length, 28);
  header.writeUInt32LE(offset, 42);
  return header;
}

const contentTypes = (main: string): ZipPart => ({
  name: '[Content_Types].xml',
  content: `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}.main+xml"/></Types>`,
});
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const EXCEL = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** An office document with these parts besides the usual ones. */
export const docx = (...more: readonly ZipPart[]): Buffer =>
  zip([contentTypes(WORD), { name: 'word/document.xml', content: '<w:document/>' }, ...more]);

const png = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001', 'hex'),
  Buffer.from('0d0a2db40000000049454e44ae426082', 'hex'),
]);
const jpg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), Buffer.alloc(64), Buffer.from('ffd9', 'hex')]);
const mp4 = Buffer.concat([
  Buffer.from('0000001c', 'hex'),
  text('ftypisom'),
  Buffer.from('00000200', 'hex'),
  text('isomiso2mp41'),
  Buffer.alloc(64),
]);
const mp3 = Buffer.concat([Buffer.from('fffb9064', 'hex'), Buffer.alloc(600)]);

/** What is accepted: a name and a content that fit. */
export const goodFiles: readonly { readonly name: string; readonly content: Buffer; readonly mediaType: string }[] = [
  { name: '立案审批表.pdf', content: text('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n'), mediaType: 'application/pdf' },
  { name: '拟办意见.docx', content: docx(), mediaType: WORD },
  { name: '清单.xlsx', content: zip([contentTypes(EXCEL), { name: 'xl/workbook.xml', content: '<workbook/>' }]), mediaType: EXCEL },
  { name: '现场照片.PNG', content: png, mediaType: 'image/png' },
  { name: '现场照片.jpeg', content: jpg, mediaType: 'image/jpeg' },
  { name: '执法记录.mp4', content: mp4, mediaType: 'video/mp4' },
  { name: '询问录音.mp3', content: mp3, mediaType: 'audio/mpeg' },
  { name: '笔录.txt', content: text('当事人称：罚款 < 3000 元可以接受。'), mediaType: 'text/plain' },
  { name: '旧笔录.txt', content: Buffer.from('b5b1cac2c8cb', 'hex'), mediaType: 'text/plain' },
];

/** What is refused, and how. */
export const badFiles: readonly { readonly what: string; readonly name: string; readonly content: Buffer; readonly code: string }[] = [
  { what: 'a program', name: 'a.exe', content: text('MZ'), code: 'TYPE_REFUSED' },
  { what: 'a page', name: 'a.html', content: text('<html></html>'), code: 'TYPE_REFUSED' },
  { what: 'a picture that is a program', name: 'a.svg', content: text('<svg onload="x"/>'), code: 'TYPE_REFUSED' },
  { what: 'a document with macros', name: 'a.docm', content: docx(), code: 'TYPE_REFUSED' },
  { what: 'no extension', name: 'pdf', content: text('%PDF-1.7'), code: 'TYPE_REFUSED' },
  { what: 'two extensions', name: 'a.pdf.js', content: text('%PDF-1.7'), code: 'TYPE_REFUSED' },
  { what: 'a page called pdf', name: 'a.pdf', content: text('<html><script>alert(1)</script></html>'), code: 'TYPE_MISMATCH' },
  { what: 'a pdf after a page', name: 'a.pdf', content: text('<html></html>%PDF-1.7'), code: 'TYPE_MISMATCH' },
  { what: 'a program called pdf', name: 'a.pdf', content: text('MZ\u0090\u0000'), code: 'TYPE_MISMATCH' },
  { what: 'a picture called pdf', name: 'a.pdf', content: png, code: 'TYPE_MISMATCH' },
  { what: 'a pdf called picture', name: 'a.png', content: text('%PDF-1.7'), code: 'TYPE_MISMATCH' },
  { what: 'a gif called jpg', name: 'a.jpg', content: text('GIF89a/*<script>*/'), code: 'TYPE_MISMATCH' },
  { what: 'a page called txt', name: 'a.txt', content: text('\n <!DOCTYPE html><p>'), code: 'ACTIVE_CONTENT' },
  { what: 'a script called txt', name: 'a.txt', content: text('hi <script src=x></script>'), code: 'ACTIVE_CONTENT' },
  { what: 'a program called txt', name: 'a.txt', content: Buffer.from([0x4d, 0x5a, 0x00, 0x01]), code: 'TYPE_MISMATCH' },
  { what: 'bytes that are no text', name: 'a.txt', content: Buffer.from([0xff, 0xff, 0xff]), code: 'TYPE_MISMATCH' },
  { what: 'a plain archive called docx', name: 'a.docx', content: zip([{ name: 'a.txt', content: 'x' }]), code: 'TYPE_MISMATCH' },
  { what: 'text called docx', name: 'a.docx', content: text('PK hello'), code: 'TYPE_MISMATCH' },
  { what: 'a workbook called docx', name: 'a.docx', content: goodContent('清单.xlsx'), code: 'TYPE_MISMATCH' },
  { what: 'hidden macros', name: 'a.docx', content: docx({ name: 'word/vbaProject.bin', content: 'x' }), code: 'ACTIVE_CONTENT' },
  { what: 'hidden controls', name: 'a.docx', content: docx({ name: 'word/activeX/activeX1.bin' }), code: 'ACTIVE_CONTENT' },
  { what: 'an embedded object', name: 'a.docx', content: docx({ name: 'word/embeddings/oleObject1.bin' }), code: 'ACTIVE_CONTENT' },
  { what: 'a bomb', name: 'a.docx', content: docx({ name: 'word/media/a', claimedSize: 4_000_000_000 }), code: 'ARCHIVE_REFUSED' },
  { what: 'an encrypted document', name: 'a.docx', content: docx({ name: 'x', isEncrypted: true }), code: 'ARCHIVE_REFUSED' },
  { what: 'a cut-off document', name: 'a.docx', content: docx().subarray(0, 200), code: 'TYPE_MISMATCH' },
  { what: 'nothing', name: 'a.pdf', content: Buffer.alloc(0), code: 'EMPTY' },
];

function goodContent(name: string): Buffer {
  return goodFiles.find((file) => file.name === name)?.content ?? Buffer.alloc(0);
}
