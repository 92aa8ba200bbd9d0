/** The model refuses a call, with the name of the contract's error. Nothing has changed. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly error: string

  constructor(error: string) {
    super(error)
    this.error = error
  }
}
