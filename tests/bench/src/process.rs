//! Running the peers' processes.

use crate::Outcome;
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::{Duration, Instant};

/// Runs a program to its end; the time from its start.
pub(crate) fn run(command: &mut Command) -> Outcome<Duration> {
    let began = Instant::now();
    let done = command.stdin(Stdio::null()).output()?;
    let took = began.elapsed();
    if done.status.success() {
        return Ok(took);
    }
    let said = String::from_utf8_lossy(&done.stderr);
    let end: String = said.chars().skip(said.chars().count().saturating_sub(600)).collect();
    Err(format!("{command:?} failed: {end}").into())
}

/// What a program writes to its standard output.
pub(crate) fn output(command: &mut Command) -> Outcome<String> {
    let done = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output()?;
    if !done.status.success() {
        return Err(format!("{command:?} failed").into());
    }
    Ok(String::from_utf8(done.stdout)?)
}

/// A peer that has prepared everything and waits: a line in, a line out.
pub(crate) struct Waiting {
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Waiting {
    /// Starts it; returns when it has said `ready`.
    pub(crate) fn start(command: &mut Command) -> Outcome<Self> {
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
        let (Some(input), Some(output)) = (child.stdin.take(), child.stdout.take()) else {
            return Err("the peer has no input or output".into());
        };
        let mut waiting = Self { child, input, output: BufReader::new(output) };
        match waiting.line()?.as_str() {
            "ready" => Ok(waiting),
            other => Err(format!("{command:?} said {other:?} instead of ready").into()),
        }
    }

    fn line(&mut self) -> Outcome<String> {
        let mut line = String::new();
        if self.output.read_line(&mut line)? == 0 {
            return Err("the peer ended".into());
        }
        Ok(line.trim_end().to_owned())
    }

    /// Asks; the answer.
    pub(crate) fn ask(&mut self, question: &str) -> Outcome<String> {
        writeln!(self.input, "{question}")?;
        self.input.flush()?;
        self.line()
    }

    /// Lets it run once; it times itself, in nanoseconds.
    pub(crate) fn run(&mut self) -> Outcome<Duration> {
        Ok(Duration::from_nanos(self.ask("run")?.parse()?))
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
