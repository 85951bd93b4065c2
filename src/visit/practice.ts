/**
 * Id of the built-in profile of the practice office: what was seen there says nothing about a real site, and is no news
 * for the centre.
 */
export const PRACTICE_PROFILE = "practice";
