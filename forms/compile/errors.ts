/** The schema of an author cannot become a form: `pointer` is the place in form.schema.json. */
export class CompileError extends Error {
  override readonly name = 'CompileError'
  readonly pointer: string
  constructor(pointer: string, message: string) {
    super(message)
    this.pointer = pointer
  }
}
