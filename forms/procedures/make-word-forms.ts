import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { makeBirthForm } from './word/birth.ts'
import { makeBuildingPermitForm } from './word/building-permit.ts'
import { makeBurialForm } from './word/burial.ts'
import { makeDeathForm } from './word/death.ts'
import { makeHouseholdBusinessForm } from './word/household-business.ts'
import { makeLandForm } from './word/land.ts'
import { makeMaritalStatusForm } from './word/marital-status.ts'
import { makeMarriageForm } from './word/marriage.ts'
import { makeRecognitionForm } from './word/recognition.ts'
import { makeResidenceForm } from './word/residence.ts'
import { makeSocialAssistanceForm } from './word/social-assistance.ts'
import { makeTobaccoForm } from './word/tobacco.ts'

/** The Word forms that we write ourselves after the official text, by procedure code; the same bytes at every run. */
export const WORD_FORMS: Readonly<Record<string, () => Promise<Uint8Array>>> = {
  '1.000656': makeDeathForm,
  '1.000894': makeMarriageForm,
  '1.001022': makeRecognitionForm,
  '1.001193': makeBirthForm,
  '1.001612': makeHouseholdBusinessForm,
  '1.001731': makeBurialForm,
  '1.001776': makeSocialAssistanceForm,
  '1.004194': makeResidenceForm,
  '1.004222': makeResidenceForm,
  '1.004873': makeMaritalStatusForm,
  '1.013225': makeBuildingPermitForm,
  '1.013978': makeLandForm,
  '2.000181': makeTobaccoForm,
}

const writeAll = async (): Promise<void> => {
  for (const [code, make] of Object.entries(WORD_FORMS)) {
    const file = fileURLToPath(new URL(`${code}/form.docx`, import.meta.url))
    await writeFile(file, await make())
    console.log(file)
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeAll()
