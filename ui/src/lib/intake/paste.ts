// What the clipboard holds: a picture, or paths of files.

import { call } from "../ipc";

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

/** Browsers call every picture from the clipboard the same; a day and time tell them apart. */
export function pastedName(name: string, now: Date): string {
  const own = name.replace(/\.[^.]*$/, "");
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const time = `${two(now.getHours())}${two(now.getMinutes())}${two(now.getSeconds())}`;
  const stem = own === "" || /^image$/i.test(own) ? `pasted-${day}-${time}` : own;
  return `${stem}.png`;
}

/** The first picture on the clipboard. */
export function pastedImage(data: DataTransfer | null): File | undefined {
  return [...(data?.files ?? [])].find((file) => file.type.startsWith("image/"));
}

/** Keeps a picture where the program can read it. Gives its path. */
export async function keepImage(image: File): Promise<string> {
  const png = image.type === "image/png" ? image : await toPng(image);
  return call("paste_file", {
    name: pastedName(image.name, new Date()),
    base64: await base64Of(png),
  });
}

async function toPng(image: Blob): Promise<Blob> {
  const picture = await createImageBitmap(image);
  const canvas = new OffscreenCanvas(picture.width, picture.height);
  canvas.getContext("2d")?.drawImage(picture, 0, 0);
  picture.close();
  return canvas.convertToBlob({ type: "image/png" });
}

function base64Of(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(reader.error ?? new Error("the picture cannot be read"));
    reader.readAsDataURL(blob);
  });
}
