//! Times a large report: the first export, and further ones after one small change each.
//! Prints wall time and, on Linux, processor time, which other work on the machine does not blur.

use std::error::Error;
use std::time::Instant;

use readiness::Text;
use report::{Language, Mark, Options, Reporter, Summary};

#[path = "../tests/fixture/mod.rs"]
mod fixture;
#[path = "../tests/fixture/large.rs"]
mod large;

fn main() -> Result<(), Box<dyn Error>> {
    let options = Options { language: Language::Both, ..Options::default() };
    let reporter = Reporter::new()?;
    let mut summary = large::large(fixture::summary(), 30, 20);
    timed(&reporter, &summary, &options, "first")?;
    timed(&reporter, &summary, &options, "the same again")?;
    summary.requirements[12].items[3].mark = Mark::Unknown;
    summary.requirements[12].items[3].state = Text::new("Unknown", "未知");
    timed(&reporter, &summary, &options, "one state changed")?;
    summary.requirements[20].items[7].title = Text::new("Noise, measured anew", "重新测量的噪声");
    summary.findings.remove(3);
    summary.counts.blocker -= 1;
    timed(&reporter, &summary, &options, "one finding gone")?;
    summary.requirements[0].items.remove(2);
    timed(&reporter, &summary, &options, "one requirement gone")?;
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
