/** What processes on one database have to know of each other before they work side by side. */
export type Neighbour = { address: string | null; likeness: string }

/** Why a process may not start beside those that are at work; a sentence for the operator, null when it may. */
export function whyNotBeside(self: Neighbour, others: Neighbour[], sharesFolder: boolean): string | null {
  if (others.length === 0) return null
  const lonely = [self, ...others].some(({ address }) => address === null)
  if (lonely)
    return 'Another Proofroom process works on this database. Several need ADVERTISE_URL and CLUSTER_SECRET, each of them; set both everywhere, or stop the other one first.'
  if (others.some(({ likeness }) => likeness !== self.likeness))
    return 'Another Proofroom process works on this database with other settings. CLUSTER_SECRET and PUBLIC_ORIGIN must be the same in all of them.'
  if (!sharesFolder)
    return 'Another Proofroom process works on this database with a DATA_DIR that is not this one. All of them must share one folder.'
  return null
}

/** Why settings for several processes do not fit together, as a sentence; null when they do. */
export function whyNotTogether(settings: {
  role: 'all' | 'web' | 'rooms'
  databaseUrl: string | null
  advertiseUrl: string | null
  clusterSecret: string | null
}): string | null {
  const { role, databaseUrl, advertiseUrl, clusterSecret } = settings
  if ((advertiseUrl === null) !== (clusterSecret === null))
    return 'ADVERTISE_URL and CLUSTER_SECRET belong together: set both, or neither.'
  if (role !== 'all' && !advertiseUrl)
    return `ROLE=${role} needs other processes, and so ADVERTISE_URL and CLUSTER_SECRET.`
  if (advertiseUrl && !databaseUrl)
    return 'Several processes need a PostgreSQL that all of them reach: set DATABASE_URL.'
  return null
}
