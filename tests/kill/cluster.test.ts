import { clusterRounds } from './cluster-rounds'

clusterRounds(5)
