// Workbooks as spreadsheets save them, made for a test: rows of texts, numbers, days and formulas, sheet by sheet.

import { crc32 } from 'node:zlib';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** An archive of files, none of them packed. */
function archive(files) {
  const [local, central] = [[], []];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const [title, bytes] = [Buffer.from(name), Buffer.from(text)];
    const sizes = Buffer.alloc(16);
    for (const [index, value] of [crc32(bytes), bytes.length, bytes.length].entries()) sizes.writeUInt32LE(value, index * 4);
    sizes.writeUInt16LE(title.length, 12);
    const what = Buffer.from([20, 0, 0, 0, 0, 0, 0, 0, 33, 0]);
    local.push(Buffer.from('PK\x03\x04', 'latin1'), what, sizes, title, bytes);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), what, sizes, place, title);
    at += 30 + title.length + bytes.length;
  }
  const index = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(Object.keys(files).length, 8);
  end.writeUInt16LE(Object.keys(files).length, 10);
  end.writeUInt32LE(index.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...local, index, end]);
}

const escaped = (text) => text.replace(/[&<]/g, (sign) => ({ '&': '&amp;', '<': '&lt;' })[sign]);

/** A day as a spreadsheet keeps it: so many days after the last of 1899. */
const serial = (day) => Date.parse(`${day}T00:00:00Z`) / 86_400_000 + 25_569;

/** `{ day }` is a day, `{ formula }` one that nothing has worked out; numbers are numbers, and texts texts. */
function cell(value, at) {
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  if (value?.day) return `<c r="${at}" s="1"><v>${serial(value.day)}</v></c>`;
  if (value?.formula) return `<c r="${at}"><f>${escaped(value.formula)}</f></c>`;
  return value ? `<c r="${at}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>` : '';
}

const row = (cells, at) => `<row r="${at + 1}">${cells.map((value, column) => cell(value, `${String.fromCharCode(65 + column)}${at + 1}`)).join('')}</row>`;

/** A workbook of sheets, `{ name, rows, hidden }`. */
export function book(sheets) {
  const each = (make) => sheets.map((sheet, at) => make(sheet, at + 1)).join('');
  const part = (type) => `application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml`;
  return archive({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/xl/workbook.xml" ContentType="${part('sheet.main')}"/><Override PartName="/xl/styles.xml" ContentType="${part('styles')}"/>${each((_, at) => `<Override PartName="/xl/worksheets/sheet${at}.xml" ContentType="${part('worksheet')}"/>`)}</Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${each(({ name, hidden }, at) => `<sheet name="${escaped(name)}" sheetId="${at}"${hidden ? ' state="hidden"' : ''} r:id="rId${at}"/>`)}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each((_, at) => `<Relationship Id="rId${at}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${at}.xml"/>`)}<Relationship Id="rId0" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
    'xl/styles.xml': `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ...Object.fromEntries(sheets.map(({ rows }, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.map(row).join('')}</sheetData></worksheet>`])),
  });
}
