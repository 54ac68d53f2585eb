// What a new password may be. Pure, so that the screens say the same before anything is sent.
import { PASSWORD_MAX, PASSWORD_MIN } from './auth.schema.ts';

export type PasswordProblem =
  | 'password_too_short'
  | 'password_too_long'
  | 'password_is_username'
  | 'password_too_common';

/** Null when it will do. */
export function passwordProblem(password: string, username: string): PasswordProblem | null {
  const text = password.normalize('NFC');
  if (text.length < PASSWORD_MIN) return 'password_too_short';
  if (text.length > PASSWORD_MAX) return 'password_too_long';
  const folded = text.toLowerCase();
  if (folded === username.normalize('NFC').toLowerCase()) return 'password_is_username';
  if (COMMON.has(folded) || new Set(folded).size === 1) return 'password_too_common';
  return null;
}

/** The first that an attacker tries: the commonest of public leaks with eight characters or more, and Korean habits. */
const COMMON = new Set(
  `password password1 password12 password123 password1234 passw0rd p@ssw0rd p@ssword p@ssw0rd1
  12345678 123456789 1234567890 0123456789 01234567 87654321 987654321 9876543210 12341234 123123123
  12345678910 11112222 11223344 12121212 11235813 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qazxsw2 q1w2e3r4
  q1w2e3r4t5 qwer1234 qwer1234! 1234qwer qwert123 qwerty12 qwerty123 qwerty1234 qwertyui qwertyuiop
  asdf1234 asdfasdf asdfghjk asdfghjkl zxcvbnm1 zxcvbnm123 zaq12wsx qazwsxedc 1qaz2wsx3edc abcd1234
  abcd1234! 1234abcd abc12345 abc123456 abcdefgh a1234567 a12345678 a123456789 a1b2c3d4 aa123456
  aaaa1111 admin123 admin1234 administrator adminadmin root1234 test1234 testtest guest1234 user1234
  welcome1 welcome123 changeme letmein1 iloveyou iloveyou1 sunshine princess football baseball
  superman starwars whatever trustno1 computer internet samsung1 samsung123 korea123 korea1234 seoul1234
  dragon123 monkey123 michael1 charlie1 jennifer master123 shadow123 secret123 default1 company1
  office123 office1234 love1234 happy123 hello123 hello1234 qwe123qwe qweqweqwe asd123asd zxc123zxc
  dkssudgktpdy dkssud1234 tkfkdgo1234 tkfkdgody rlaalstn ghkdlxld qlalfqjsgh qlqjs1234
  비밀번호 비밀번호1234 안녕하세요 사랑해요 haruharu haru1234`.split(/\s+/),
);
