import type { Refusal } from '../../../refusal'

/** Thrown by readers of files where a file cannot be read, with the reason that the member is told. */
export class FileRefused extends Error {
  constructor(readonly refusal: Refusal) {
    super(refusal.code)
    this.name = 'FileRefused'
  }
}
