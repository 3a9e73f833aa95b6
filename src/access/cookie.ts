/** Cookies of the sign-in. With `__Host-` a browser takes them over https only, and no other host can set them. */

export interface Cookie {
  /** As a browser sends it. */
  read(cookies: string | undefined): string | undefined;
  /** The value of `set-cookie`; seconds. Empty with 0 takes it away. */
  write(value: string, seconds: number): string;
}

/** Lax: who comes from the provider or by a link in a mail is signed in; no other site can post for them. */
export function createCookie(kind: 'session' | 'begun', secure: boolean): Cookie {
  const name = `${secure ? '__Host-' : ''}warmline_${kind}`;
  return {
    read(cookies = '') {
      const parts = cookies.split(';').map((part) => part.trim());
      return parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1);
    },
    write: (value, seconds) =>
      `${name}=${value}; Path=/; HttpOnly; ${secure ? 'Secure; ' : ''}SameSite=Lax; Max-Age=${seconds}`,
  };
}
