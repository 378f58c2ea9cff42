/** Where people read about the log, and where they check a record of it in their browser. */
export const logPath = '/log'
export const verifyPath = '/log/verify'

/** The same with a version to begin with. */
export const verifyVersionPath = (number: number, version: number) =>
  `${verifyPath}?claim=${number}&version=${version}`
export const verifyDossierPath = (number: number, version: number) =>
  `${verifyPath}?dossier=${number}&version=${version}`
