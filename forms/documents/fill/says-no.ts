import { foldText } from '../../engine/fold.ts'

/** Does a box with these words stand for no? */
export const saysNo = (option: string): boolean => /^(khong|chua|no)\b/.test(foldText(option))
