import { raw, type Html } from '../../view/html.ts'
import type { ControlProps } from '../field-kind.ts'

/** The page draws the parts by its own recursion; the frame gives the legend. */
export const viewFieldset = ({ field, name, renderChild }: ControlProps): Html =>
  raw((field.children ?? []).map((child) => renderChild(child, `${name}.${child.name}`).html).join(''))
