const refuse = (): never => {
  throw new Error('Bản in không được đặt mật khẩu. / Printed forms are never encrypted.')
}

/** Stand for the package @noble/ciphers in a bundle: pdfkit imports it for files with a password, which we never make. */
export const cbc = refuse
export const ecb = refuse
