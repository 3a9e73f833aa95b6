/** Where someone goes after signing in. */

/** `to` only when it is a page of ours; anything else could lead a person out of the house. */
export function homeOf(role: 'agent' | 'supervisor' | 'manager' | 'admin', to: string | null): string {
  const own = to !== null && /^\/(desk|insights)(?=$|[/?#])[^\\\s]*$/.test(to);
  if (own) return to;
  return role === 'manager' ? '/insights' : role === 'admin' ? '/desk/people' : '/desk';
}
