//! Reads files and prints what they say: `cargo run -p reading --example read -- FILE…`. With
//! `--page N DIRECTORY` before the files, draws that page of each into the directory.

use reading::{FileType, Limits, Reader, Refusal};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

fn main() -> ExitCode {
    if let Some(code) = reading::serve_if_asked() {
        return code;
    }
    let Ok(program) = std::env::current_exe() else { return ExitCode::FAILURE };
    let reader = Reader::new(program, Limits::default());
    let mut arguments: Vec<_> = std::env::args_os().skip(1).collect();
    let mut draw = None;
    if arguments.len() > 3 && arguments[0] == "--page" {
        let directory = PathBuf::from(arguments.remove(2));
        let page = arguments.remove(1).to_string_lossy().parse().unwrap_or(1);
        arguments.remove(0);
        draw = Some((page, directory));
    }
    for (number, path) in arguments.iter().map(Path::new).enumerate() {
        let start = Instant::now();
        let outcome = match &draw {
            None => read(&reader, path),
            Some((page, directory)) => {
                picture(&reader, path, *page, &directory.join(format!("{number}.png")))
            }
        };
        let text = outcome.unwrap_or_else(|refusal| format!("{}: {refusal}", refusal.code()));
        let file_type = FileType::of_path(path);
        say(&format!("=== {} {file_type:?} {:?}\n{text}", path.display(), start.elapsed()));
    }
    ExitCode::SUCCESS
}

fn read(reader: &Reader, path: &Path) -> Result<String, Refusal> {
    let reading = reader.read(path, None)?;
    let mut text = format!("{:?}, pages: {:?}", reading.standing, reading.pages);
    for passage in reading.passages {
        text.push_str(&format!("\n--- {:?}\n{}", passage.place, passage.text));
    }
    Ok(text)
}

fn picture(reader: &Reader, path: &Path, page: u32, to: &Path) -> Result<String, Refusal> {
    let picture = reader.page(path, page, 1000)?;
    std::fs::write(to, &picture.png).map_err(|error| Refusal::Io { detail: error.to_string() })?;
    Ok(format!("{} × {} of {} pages", picture.width, picture.height, picture.pages))
}

#[expect(clippy::print_stdout, reason = "this is what the example is for")]
fn say(text: &str) {
    println!("{text}");
}
