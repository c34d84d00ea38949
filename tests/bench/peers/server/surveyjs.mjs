import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { Model } from 'survey-core'
import { Survey } from 'survey-react-ui'
import { toSurvey, toSurveyData } from '../convert.mjs'

export const render = (schema, data) => {
  const model = new Model(toSurvey(schema))
  model.data = toSurveyData(data)
  return renderToString(createElement(Survey, { model }))
}
