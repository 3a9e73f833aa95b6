/** What sets the web hook up; without both it is not there. */
export interface HookSettings {
  /** Signs both ways. */
  readonly HOOK_SECRET?: string | undefined;
  /** Where answers are posted. */
  readonly HOOK_URL?: string | undefined;
}
