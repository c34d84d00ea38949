import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { JsonForms } from '@jsonforms/react'
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers'
import addFormats from 'ajv-formats'
import Ajv2020 from 'ajv/dist/2020.js'
import { toJsonForms } from '../convert.mjs'

const ajv = new (Ajv2020.default ?? Ajv2020)({ allErrors: true, verbose: true, strict: false })
;(addFormats.default ?? addFormats)(ajv)

let last
const prepared = (schema) => {
  if (last?.of !== schema) last = { of: schema, ...toJsonForms(schema) }
  return last
}

export const render = (form, data) => {
  const { schema, uischema } = prepared(form)
  return renderToString(createElement(JsonForms, { schema, uischema, data, ajv, renderers: vanillaRenderers, cells: vanillaCells }))
}
