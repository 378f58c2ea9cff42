import { expand } from 'jsonld'

const oa = 'http://www.w3.org/ns/oa#'
const as = 'http://www.w3.org/ns/activitystreams#'
const id = (address: string) => ({ '@id': address, '@type': '@id' })
const word = (address: string) => ({ '@id': address, '@type': '@vocab' })

/** What http://www.w3.org/ns/anno.jsonld says of the terms we use; a term that is missing here fails the expansion. */
const annotations = {
  '@context': {
    ...{ id: { '@id': '@id', '@type': '@id' }, type: { '@id': '@type', '@type': '@id' } },
    ...{ Annotation: `${oa}Annotation`, TextualBody: `${oa}TextualBody` },
    ...{ SpecificResource: `${oa}SpecificResource`, TextQuoteSelector: `${oa}TextQuoteSelector` },
    ...{ AnnotationCollection: `${as}OrderedCollection`, AnnotationPage: `${as}OrderedCollectionPage` },
    Organization: 'http://xmlns.com/foaf/0.1/Organization',
    ...{ assessing: `${oa}assessing`, commenting: `${oa}commenting`, linking: `${oa}linking` },
    ...{ body: id(`${oa}hasBody`), target: id(`${oa}hasTarget`), source: id(`${oa}hasSource`) },
    ...{
      selector: id(`${oa}hasSelector`),
      motivation: word(`${oa}motivatedBy`),
      purpose: word(`${oa}hasPurpose`),
    },
    ...{ exact: `${oa}exact`, prefix: `${oa}prefix`, suffix: `${oa}suffix` },
    ...{ creator: id('http://purl.org/dc/terms/creator'), name: 'http://xmlns.com/foaf/0.1/name' },
    rights: id('http://purl.org/dc/terms/rights'),
    ...{ created: 'http://purl.org/dc/terms/created', modified: 'http://purl.org/dc/terms/modified' },
    ...{
      format: 'http://purl.org/dc/elements/1.1/format',
      language: 'http://purl.org/dc/elements/1.1/language',
    },
    value: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value',
    label: 'http://www.w3.org/2000/01/rdf-schema#label',
    ...{ total: `${as}totalItems`, first: id(`${as}first`), startIndex: `${as}startIndex` },
    items: { '@id': `${as}items`, '@type': '@id', '@container': '@list' },
  },
}

/** schema.org's own context gives every word of its vocabulary an address under it. */
const vocabulary = { '@context': { '@vocab': 'https://schema.org/' } }

const known: Record<string, object> = {
  'http://www.w3.org/ns/anno.jsonld': annotations,
  'https://schema.org': vocabulary,
}

/** JSON-LD as strangers understand it; fails on whatever no context explains. */
export function understood(document: object): Promise<Record<string, unknown>[]> {
  return expand(document, { safe: true, documentLoader: async (address) => loaded(address) })
}

function loaded(address: string) {
  const document = known[address]
  if (!document) throw new Error(`no context is known at ${address}`)
  return { contextUrl: undefined, document, documentUrl: address }
}
