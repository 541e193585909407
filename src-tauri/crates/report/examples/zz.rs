//! Times a large report: the first export, and further ones after one small change each.
//! Prints wall time and, on Linux, processor time, which other work on the machine does not blur.

use std::error::Error;
use std::time::Instant;

use readiness::Text;
use report::{Language, Mark, Options, Reporter, Summary};

#[path = "../tests/fixture/mod.rs"]
mod fixture;

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options { language: Language::Both, ..Options::default() };
    let reporter = Reporter::new()?;
    let mut summary = fixture::large(30, 20);
    typst_timing::enable();
    timed(&reporter, &summary, &options, "first")?;
    typst_timing::disable();
    typst_timing::export_json(std::fs::File::create("/tmp/t1.json")?, |_| ("".into(), 0))?;
    typst_timing::clear();
    for n in 0..40 {
        summary.requirements[12].items[3].state = Text::new(format!("Unknown {n}"), "未知");
        reporter.preview(&summary, &options)?;
    }
    let _ = Mark::Unknown;
    typst_timing::enable();
    summary.requirements[12].items[3].state = Text::new("Unknown xx", "未知");
    reporter.pdf(&summary, &options)?;
    typst_timing::disable();
    typst_timing::export_json(std::fs::File::create("/tmp/t.json")?, |_| ("".into(), 0))?;
    Ok(())
}

#[expect(clippy::print_stdout, reason = "an example prints")]
fn timed(
    reporter: &Reporter,
    summary: &Summary,
    options: &Options,
    what: &str,
) -> Result<(), Box<dyn Error>> {
    let (start, cpu) = (Instant::now(), cpu_ms());
    let pages = reporter.preview(summary, options)?.page_count();
    let (layout, layout_cpu) = (start.elapsed().as_secs_f64() * 1e3, cpu_ms() - cpu);
    let (start, cpu) = (Instant::now(), cpu_ms());
    let bytes = reporter.pdf(summary, options)?.bytes.len();
    let (pdf, pdf_cpu) = (start.elapsed().as_secs_f64() * 1e3, cpu_ms() - cpu);
    println!(
        "{what:22} layout {layout:7.1} ms ({layout_cpu:6.1} cpu), then pdf {pdf:6.1} ms \
         ({pdf_cpu:6.1} cpu), {pages} pages, {bytes} bytes"
    );
    Ok(())
}

/// The processor time of all threads so far.
fn cpu_ms() -> f64 {
    let tasks = std::fs::read_dir("/proc/self/task").into_iter().flatten().flatten();
    tasks
        .filter_map(|task| std::fs::read_to_string(task.path().join("schedstat")).ok())
        .filter_map(|stat| stat.split(' ').next()?.parse::<f64>().ok())
        .sum::<f64>()
        / 1e6
}
