import { settings } from '../../../env'
import { writeDataset } from '../../../publication/dataset/write-dataset'
import type { Command } from '../command'

/** Makes the data set of all that is published, as each night does. */
export const datasetCommand: Command = {
  usage: 'dataset  Makes the data set of all published checks now, as each night does.',
  async run() {
    if (!settings().hasDataset) throw new Error('DATASET is none: no data set is given away here.')
    return writeDataset(new Date())
  },
}
