/** Stands for @noble/ciphers in a bundle: pdfkit encrypts only what has a password, and a form that people print has none. */
const none = (): never => {
  throw new Error('Tờ khai in ra không đặt mật khẩu. / Printed forms have no password.')
}

export const cbc = none
export const ecb = none
