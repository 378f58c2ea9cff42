import { parentPort } from 'node:worker_threads'
import { mergeUpdates } from '../doc/merge-updates'

// A thread that merges what it is sent, once.
parentPort?.once('message', (updates: Uint8Array[]) => parentPort?.postMessage(mergeUpdates(updates)))
