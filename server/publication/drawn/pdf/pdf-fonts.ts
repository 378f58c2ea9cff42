import type { SetFont } from '../letters/read-fonts'
import { type Shape, subsetOf } from '../letters/subset'
import { named, type PdfFile, type Ref, unit, type Value } from './pdf-file'

/** The fonts of a document, each with the shapes that were asked of it. */
export type PdfFonts = {
  /** The name of a font on every page. */
  nameOf: (font: SetFont) => string
  /** A shape's number in its subset, in four hexadecimal digits; the same shape that says something else has another. */
  codeOf: (font: SetFont, shape: Said) => string
  /** Writes all of them; gives them by their names. */
  write: (file: PdfFile) => Record<string, Ref>
}

/** A shape and what it says; shapes with the same key are the same. */
export type Said = Shape & { key: string; text: string }

type Used = { name: string; set: SetFont; shapes: Said[]; places: Map<string, number> }

export function startFonts(): PdfFonts {
  const fonts = new Map<string, Used>()
  const usedOf = (set: SetFont): Used => {
    // The first shape of a font stands for what it has not.
    const { path, advanceWidth: advance } = set.font.getGlyph(0)
    const none = { key: '', text: '', commands: path.commands, advance }
    const used = fonts.get(set.key) ?? { name: `F${fonts.size + 1}`, set, shapes: [none], places: new Map() }
    fonts.set(set.key, used)
    return used
  }
  return {
    nameOf: (set) => usedOf(set).name,
    codeOf: (set, shape) => {
      const { shapes, places } = usedOf(set)
      const key = `${shape.key} ${shape.text}`
      const place = places.get(key) ?? shapes.push(shape) - 1
      places.set(key, place)
      return place.toString(16).padStart(4, '0')
    },
    write: (file) =>
      Object.fromEntries([...fonts.values()].map((used) => [used.name, fontObject(file, used)])),
  }
}

function fontObject(file: PdfFile, used: Used): Ref {
  const { font } = used.set
  const scale = 1000 / font.unitsPerEm
  // Six letters and a plus say that it is a subset (ISO 32000-2, 9.9.2).
  const tag = `PR${Array.from(used.name.slice(1).padStart(4, '0'), (digit) => 'ABCDEFGHIJ'[Number(digit)]).join('')}`
  const name = named(`${tag}+${(font.postscriptName || 'Font').replace(/[^\w-]/g, '')}`)
  const widths = used.shapes.map(({ advance }) => Math.round(advance * scale))
  const { bbox } = font
  const program = subsetOf(font, used.shapes)
  const descriptor = file.add({
    ...{
      Type: named('FontDescriptor'),
      FontName: name,
      Flags: 4,
      ItalicAngle: font.italicAngle || 0,
      StemV: 80,
    },
    FontBBox: [bbox.minX, bbox.minY, bbox.maxX, bbox.maxY].map((side) => Math.round(side * scale)),
    ...{
      Ascent: font.ascent * scale,
      Descent: font.descent * scale,
      CapHeight: (font.capHeight || font.ascent) * scale,
    },
    FontFile2: file.add({ Length1: program.length }, program),
  })
  const descendant: Value = {
    ...{ Type: named('Font'), Subtype: named('CIDFontType2'), BaseFont: name, FontDescriptor: descriptor },
    CIDSystemInfo: { Registry: 'Adobe', Ordering: 'Identity', Supplement: 0 },
    ...{ DW: 1000, W: [0, widths], CIDToGIDMap: named('Identity') },
  }
  return file.add({
    ...{ Type: named('Font'), Subtype: named('Type0'), BaseFont: name, Encoding: named('Identity-H') },
    DescendantFonts: [file.add(descendant)],
    ToUnicode: file.add({}, new TextEncoder().encode(unicodesOf(used.shapes))),
  })
}

/** Which letters each shape stands for, so that the words can be searched, copied and read out. */
function unicodesOf(shapes: Said[]): string {
  const lines = shapes.flatMap(({ text }, place) =>
    text ? [`<${place.toString(16).padStart(4, '0')}> <${text.split('').map(unit).join('')}>`] : [],
  )
  const blocks: string[] = []
  for (let from = 0; from < lines.length; from += 100) {
    const some = lines.slice(from, from + 100)
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`)
  }
  return `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
${blocks.join('\n')}
endcmap
CMapName currentdict /CMap defineresource pop
end
end`
}
