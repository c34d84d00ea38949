import { Formio } from '@formio/js'
import '@formio/js/dist/formio.form.min.css'
import answers from 'bench-answers'
import schema from 'bench-schema'
import { toFormio } from '../convert.mjs'

Formio.createForm(document.getElementById('app'), toFormio(schema)).then((form) => { form.submission = { data: answers } })
