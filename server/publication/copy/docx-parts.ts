/** The parts of a Word file that are about the text, not the text (ECMA-376, part 1). */

export const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

const main = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const related = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packaged = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

export const namespaces = `xmlns:w="${main}" xmlns:r="${related}"`

export const contentTypes = `${xml}<Types xmlns="${packaged}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="${kind}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="${kind}.styles+xml"/>
<Override PartName="/word/numbering.xml" ContentType="${kind}.numbering+xml"/>
</Types>`

export const packageRels = `${xml}<Relationships xmlns="${packaged}/relationships">
<Relationship Id="document" Type="${related}/officeDocument" Target="word/document.xml"/>
</Relationships>`

/** What the text refers to: its styles, its lists, and addresses, which are escaped already. */
export function relsOf(links: string[]): string {
  const addresses = links.map(
    (link, index) =>
      `<Relationship Id="link${index + 1}" Type="${related}/hyperlink" Target="${link}" TargetMode="External"/>`,
  )
  return `${xml}<Relationships xmlns="${packaged}/relationships">
<Relationship Id="styles" Type="${related}/styles" Target="styles.xml"/>
<Relationship Id="numbering" Type="${related}/numbering" Target="numbering.xml"/>
${addresses.join('\n')}
</Relationships>`
}

/** Plain styles under the names that Word and its readers know, for a text in a language. */
export function stylesOf(language: string): string {
  return `${xml}<w:styles ${namespaces}>
<w:docDefaults>
<w:rPrDefault><w:rPr><w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/><w:sz w:val="22"/><w:lang w:val="${language}"/></w:rPr></w:rPrDefault>
<w:pPrDefault><w:pPr><w:spacing w:after="140" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault>
</w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
${heading(1, 32)}
${heading(2, 26)}
<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="Quote"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="500"/></w:pPr></w:style>
<w:style w:type="paragraph" w:customStyle="1" w:styleId="Source"><w:name w:val="Source"/><w:basedOn w:val="Normal"/><w:pPr><w:ind w:left="500" w:hanging="500"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="1D4E9E"/><w:u w:val="single"/></w:rPr></w:style>
</w:styles>`
}

const heading = (level: number, size: number) =>
  `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:pPr><w:keepNext/><w:spacing w:before="240"/><w:outlineLvl w:val="${level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="${size}"/></w:rPr></w:style>`

/** List 1 has bullets; each ordered one after it counts from 1 again. */
export function numberingOf(orderedLists: number): string {
  const ordered = Array.from({ length: orderedLists }, (_, index) => {
    const starts = levels.map(
      (level) => `<w:lvlOverride w:ilvl="${level}"><w:startOverride w:val="1"/></w:lvlOverride>`,
    )
    return `<w:num w:numId="${index + 2}"><w:abstractNumId w:val="2"/>${starts.join('')}</w:num>`
  })
  return `${xml}<w:numbering ${namespaces}>
<w:abstractNum w:abstractNumId="1">${levels.map((level) => levelOf(level, 'bullet', '•')).join('')}</w:abstractNum>
<w:abstractNum w:abstractNumId="2">${levels.map((level) => levelOf(level, 'decimal', `%${level + 1}.`)).join('')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
${ordered.join('\n')}
</w:numbering>`
}

const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8]

const levelOf = (level: number, format: string, text: string) =>
  `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="${(level + 1) * 500}" w:hanging="360"/></w:pPr></w:lvl>`
