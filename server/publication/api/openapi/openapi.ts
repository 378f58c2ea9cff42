import { z } from 'zod'
import type { Edition } from '../../pages/edition'
import { annotationShape, collectionShape } from '../annotation-shape'
import { articleShape } from '../article-shape'
import { changesShape } from '../changes/change'
import { claimShape, versionShape } from '../claim-shape'
import { oembedShape } from '../computed/oembed'
import { datafeedShape } from '../datafeed'
import { dossierShape } from '../dossier/dossier-shape'
import { problemShape } from '../problem'
import { foundShape, googleErrorShape } from '../search/fact-check'
import { operations, type Samples } from './operations'

/** Where the description of everything that programs may ask is read. */
export const openApiPath = '/api/v1/openapi.json'

/** The public API as OpenAPI 3.1: its schemas are the shapes that answers have, its examples are made as they are. */
export function openApi(samples: Samples, edition: Edition) {
  const { origin, say } = edition
  return {
    openapi: '3.1.1',
    info: {
      title: say('api.title', { product: say('product') }),
      version: '1',
      description: say('api.description'),
    },
    servers: [{ url: origin }],
    paths: operations(samples, edition),
    components: { schemas: schemas() },
  }
}

/** What is answered, each shape with those it is made of. */
const answers = z.object({
  ...{ claimShape, versionShape, articleShape, dossierShape, problemShape },
  ...{ annotationShape, collectionShape, datafeedShape, oembedShape, foundShape, googleErrorShape },
  ...{ changesShape },
})

/** Every shape by its id, in JSON Schema 2020-12. */
function schemas(): Record<string, object> {
  const { $defs = {} } = z.toJSONSchema(answers)
  const bare = Object.entries($defs).map(([id, { id: _, ...schema }]) => [id, schema])
  const json = JSON.stringify(Object.fromEntries(bare))
  return JSON.parse(json.replaceAll('"#/$defs/', '"#/components/schemas/'))
}
