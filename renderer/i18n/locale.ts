/** A language without plural forms has the very keys of Simplified Chinese. */
export type Locale<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : Locale<Source[Key]>
}

/** A language with a singular has a `…_one` beside every `…_other`. */
export type PluralLocale<Source> = {
  readonly [Key in keyof Source]: Source[Key] extends string ? string : PluralLocale<Source[Key]>
} & { readonly [Key in keyof Source as Key extends `${infer Base}_other` ? `${Base}_one` : never]: string }
