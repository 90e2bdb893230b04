// Arabic letters by their names in Unicode, as sources are written without Arabic in them.

export const ALEF = "\u0627";
export const ALEF_MAKSURA = "\u0649";
export const BEH = "\u0628";
export const FEH = "\u0641";
export const HEH = "\u0647";
export const KAF = "\u0643";
export const LAM = "\u0644";
export const MEEM = "\u0645";
export const NOON = "\u0646";
export const TEH = "\u062a";
export const TEH_MARBUTA = "\u0629";
export const WAW = "\u0648";
export const YEH = "\u064a";
export const SHADDA = "\u0651";

/** "The", written together with its noun: al-. */
export const ARTICLE = ALEF + LAM;
/** "For the", written together with its noun: lil-. */
export const FOR_THE = LAM + LAM;
/** "Relayed": naqala, as the lexicon of verbs has it. */
export const RELAYED = "\u0646\u0642\u0644";
/** "On": ala; folded it is also the name Ali. */
export const ON = "\u0639\u0644\u064a";
/** "From, about": an. */
export const FROM = "\u0639\u0646";
/** "What": ma. */
export const WHAT = MEEM + ALEF;
/** "In": fi. */
export const IN = FEH + YEH;
/** "From" whom something was learned: min. */
export const OUT_OF = "\u0645\u0646";
