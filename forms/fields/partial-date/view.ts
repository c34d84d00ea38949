/** The same three boxes as a date; those that are not known stay empty. */
export { viewDate as viewPartialDate } from '../date/view.ts'
