//! The machine, in one line.

use std::fs;

fn first(path: &str, key: &str) -> Option<String> {
    let text = fs::read_to_string(path).ok()?;
    let line = text.lines().find(|line| line.starts_with(key))?;
    Some(line.split_once(':').map_or(line, |(_, value)| value).trim().to_owned())
}

/// Processor, cores, memory, system, and how busy it is otherwise.
pub(crate) fn told() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let processor = first("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".to_owned());
    let kernel = first("/proc/sys/kernel/osrelease", "").unwrap_or_default();
    let memory = first("/proc/meminfo", "MemTotal")
        .and_then(|text| text.split(' ').next()?.parse::<u64>().ok())
        .map_or(0, |kib| kib / 1024 / 1024);
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let load = load.split(' ').take(3).collect::<Vec<_>>().join(" ");
    format!(
        "{processor}, {cores} cores, {memory} GiB, Linux {kernel}; load average at the end of the run {load}."
    )
}
