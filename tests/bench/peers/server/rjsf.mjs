import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import Form from '@rjsf/core'
import { customizeValidator } from '@rjsf/validator-ajv8'
import Ajv2020 from 'ajv/dist/2020.js'

const validator = customizeValidator({ AjvClass: Ajv2020.default ?? Ajv2020 })
const FormComponent = Form.default ?? Form

export const render = (schema, formData) => renderToString(createElement(FormComponent, { schema, formData, validator }))
