/**
 * Where pptxgenjs departs from the schema of Office Open XML. Office itself overlooks most of it; stricter programs and
 * validators do not, and a paragraph with two sets of properties makes PowerPoint offer to repair the file.
 */

/** Only parts that are in the package are declared. */
export function existingParts(contentTypes: string, names: ReadonlySet<string>): string {
  return contentTypes.replace(/<Override PartName="\/([^"]*)"[^>]*\/>/gu, (declaration, name: string) => (names.has(name) ? declaration : ''))
}

/** The list of notes masters stands before that of the slides. */
export function inSchemaOrder(presentation: string): string {
  return presentation.replace(/(<p:sldIdLst>.*?<\/p:sldIdLst>)(<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>)/su, '$2$1')
}

/** A paragraph has one set of properties, before its first run. */
export function oneStyleEach(slide: string): string {
  return slide.replace(/<a:p>.*?<\/a:p>/gsu, (paragraph) => {
    let isFirst = true
    return paragraph.replace(/<a:pPr(?:[^>]*\/>|.*?<\/a:pPr>)/gsu, (properties) => {
      const kept = isFirst ? properties : ''
      isFirst = false
      return kept
    })
  })
}

const NAMED_TABLE = /<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="(\d+)" name="([^"]*)"\/>/gu
const EMPTY_CORNER = /<a:tblPr\/>(<a:tblGrid>(?:<a:gridCol [^>]*\/>)*<\/a:tblGrid><a:tr [^>]*><a:tc><a:txBody><a:bodyPr\/><a:lstStyle\/><a:p><a:endParaRPr\/>)/gu

/** Tables say what they are, and which row is their head; an empty cell is no higher than its neighbours. */
export function describedTables(slide: string, languageTag: string): string {
  return slide
    .replace(NAMED_TABLE, '<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="$1" name="$2" descr="$2"/>')
    .replace(EMPTY_CORNER, '<a:tblPr firstRow="1"/>$1')
    .replaceAll('<a:p><a:endParaRPr/></a:p>', `<a:p><a:endParaRPr lang="${languageTag}" sz="800" dirty="0"/></a:p>`)
}

/** Every shape of a slide has an id of its own. */
export function uniqueIds(slide: string): string {
  let id = 1
  return slide.replace(/<p:cNvPr id="\d+"/gu, () => `<p:cNvPr id="${id++}"`)
}

/** The file's properties list the slides by their titles, and the faces that are in it. */
export function namedSlides(properties: string, titles: string[], faces: [string, string]): string {
  return properties
    .replace(/<vt:lpstr>Slide (\d+)<\/vt:lpstr>/gu, (_, number: string) => `<vt:lpstr>${escapeXml(titles[Number(number) - 1] ?? number)}</vt:lpstr>`)
    .replace('<vt:lpstr>Arial</vt:lpstr>', () => `<vt:lpstr>${faces[0]}</vt:lpstr>`)
    .replace('<vt:lpstr>Calibri</vt:lpstr>', () => `<vt:lpstr>${faces[1]}</vt:lpstr>`)
    .replace('<vt:lpstr>Office Theme</vt:lpstr>', '<vt:lpstr>镜鉴</vt:lpstr>')
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
