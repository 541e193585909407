import { browse } from "./library/browse";
import { document } from "./library/document";
import { keeping } from "./library/keeping";
import { preview } from "./library/preview";

export const library = { browse, document, keeping, preview };
