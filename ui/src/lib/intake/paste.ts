// Paths of files on the clipboard. Pictures are read by the program: not every web view shows them to the page.

/** Paths in pasted text: file addresses and absolute paths, one a line. */
export function pastedPaths(text: string): string[] {
  return text
    .split(/\r?\n/u)
    .map((line) => line.trim().replace(/^"(.*)"$/u, "$1"))
    .filter((line) => line !== "" && !line.startsWith("#"))
    .flatMap((line) => {
      if (line.startsWith("file://")) return [decode(line.slice("file://".length))];
      return /^(\/|[A-Za-z]:\\|\\\\)/u.test(line) ? [line] : [];
    });
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path).replace(/^\/([A-Za-z]:)/u, "$1");
  } catch {
    return path;
  }
}
