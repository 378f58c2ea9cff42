/** The name under which this browser keeps a member's copy of an article's room. */
export const roomName = (memberId: string, articleId: string) => `proofroom:${memberId}:article:${articleId}`

/** The name of the note that something of that copy was not sent. */
export const noteName = (memberId: string, articleId: string) => `proofroom-unsent:${memberId}:${articleId}`
