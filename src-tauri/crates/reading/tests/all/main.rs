//! Good files, broken files, hostile files, and processes that misbehave.

#[cfg(test)]
mod flipped;
#[cfg(test)]
mod formats;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod made;
#[cfg(test)]
mod process;
#[cfg(test)]
mod types;
