import { clusterRounds } from '../kill/cluster-rounds'

// The short version of `npm run test:kill`.
clusterRounds(1)
