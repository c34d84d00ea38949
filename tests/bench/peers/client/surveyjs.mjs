import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import 'survey-core/survey-core.css'
import answers from 'bench-answers'
import schema from 'bench-schema'
import { toSurvey, toSurveyData } from '../convert.mjs'

const model = new Model(toSurvey(schema))
model.data = toSurveyData(answers)
createRoot(document.getElementById('app')).render(createElement(Survey, { model }))
