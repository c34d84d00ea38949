import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { JsonForms } from '@jsonforms/react'
import { vanillaCells, vanillaRenderers } from '@jsonforms/vanilla-renderers'
import addFormats from 'ajv-formats'
import Ajv2020 from 'ajv/dist/2020.js'
import data from 'bench-answers'
import form from 'bench-schema'
import { toJsonForms } from '../convert.mjs'

const ajv = new Ajv2020({ allErrors: true, verbose: true, strict: false })
addFormats(ajv)
createRoot(document.getElementById('app')).render(createElement(JsonForms, { ...toJsonForms(form), data, ajv, renderers: vanillaRenderers, cells: vanillaCells }))
