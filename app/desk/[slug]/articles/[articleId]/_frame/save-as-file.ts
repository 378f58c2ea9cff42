/** Gives the claims as they stand here to the person as a file that can be read. */
export function saveAsFile(articleId: string, claims: unknown) {
  const file = new Blob([JSON.stringify({ article: articleId, claims }, null, 2)], {
    type: 'application/json',
  })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `proofroom-${articleId}.json`
  link.click()
  URL.revokeObjectURL(link.href)
}
