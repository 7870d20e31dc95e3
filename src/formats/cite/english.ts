/** Whether a title is English, and so set in headline capitals by the styles that use them. */

/** Words of German, French, Spanish, Italian, Portuguese and Dutch that are none in English. */
const foreign = new Set(
  `der das und für des dem den zur zum im ein eine einer von mit über bei nach nicht auch wie ist sind le la les du et dans sur aux une par pour
  avec est sont à el los las y en con para una por sobre entre il lo gli nel della delle dei degli per tra um uma dos das nas nos ao
  het een voor naar op bij och av för på og til z na w się jako`.split(/\s+/),
);
/** The same with a letter that the next word swallows: "d'opportunité", "l’étude". */
const elided = /(?<![\p{L}])(?:d|l|qu|n|dell|nell|all)['’]\p{L}/iu;

/** By its language if that is known, otherwise by its words. */
export function isEnglish(title: string, language: string | undefined): boolean {
  if (language !== undefined) return /^en\b/.test(language);
  const words = title.toLowerCase().split(/[^\p{L}]+/u);
  const strange = words.filter((word) => foreign.has(word)).length + (elided.test(title) ? 1 : 0);
  return (
    strange < 2 &&
    !(strange > 0 && /[äöüßéèêàçñáíóúâôãõøåæ]/i.test(title)) &&
    !/[\p{sc=Cyrillic}\p{sc=Han}]/u.test(title)
  );
}
