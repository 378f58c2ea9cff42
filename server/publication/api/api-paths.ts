/** Where programs read what was published: each path is one finished document. */
export const apiClaimPath = (number: number) => `/api/v1/claims/${number}`
export const apiVersionPath = (number: number, version: number) =>
  `${apiClaimPath(number)}/versions/${version}`
export const apiArticlePath = (number: number) => `/api/v1/articles/${number}`
export const annotationPath = (number: number) => `${apiClaimPath(number)}/annotation.jsonld`
export const annotationsPath = (number: number) => `${apiArticlePath(number)}/annotations.jsonld`
