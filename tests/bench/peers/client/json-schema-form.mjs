import answers from 'bench-answers'
import schema from 'bench-schema'
import { render } from '../server/json-schema-form.mjs'

document.getElementById('app').innerHTML = render(schema, answers)
