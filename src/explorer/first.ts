// Runs before anything is drawn, as a small file of its own that the page waits for: whoever
// has chosen the dark would else see a flash of light at each visit. The page's policy allows no
// script inside of it.
import { show, themeNow } from "./theme.ts";

show(themeNow());
