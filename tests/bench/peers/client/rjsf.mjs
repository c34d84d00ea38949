import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import Form from '@rjsf/core'
import { customizeValidator } from '@rjsf/validator-ajv8'
import Ajv2020 from 'ajv/dist/2020.js'
import formData from 'bench-answers'
import schema from 'bench-schema'

createRoot(document.getElementById('app')).render(createElement(Form, { schema, formData, validator: customizeValidator({ AjvClass: Ajv2020 }) }))
