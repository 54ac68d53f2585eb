import { posix } from 'node:path';

export type SourceFile = { path: string; text: string };

/** `target` is a path from the project's folder, or the name of a package. */
export type Import = { specifier: string; target: string; isOwn: boolean; isType: boolean };

const statement = /^(import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const call = /\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.[A-Z])?/g;

export function importsOf(file: SourceFile): Import[] {
  const written = [...file.text.matchAll(statement)].map((match) => ({
    specifier: match[3] ?? '',
    isType: match[2] !== undefined,
  }));
  const called = [...file.text.matchAll(call)].map((match) => ({
    specifier: match[1] ?? '',
    isType: match[2] !== undefined, // import('…').Name stands in a type
  }));
  return [...written, ...called].map((each) => ({
    ...each,
    ...resolved(file.path, each.specifier),
  }));
}

export function reExportsOf(file: SourceFile): string[] {
  return [...file.text.matchAll(statement)].flatMap((match) =>
    match[1] === 'export' ? (match[3] ?? '') : [],
  );
}

function resolved(path: string, specifier: string): { target: string; isOwn: boolean } {
  if (specifier.startsWith('#')) return { target: specifier.slice(1), isOwn: true };
  if (!specifier.startsWith('.')) return { target: specifier, isOwn: false };
  return { target: posix.join(posix.dirname(path), specifier), isOwn: true };
}
