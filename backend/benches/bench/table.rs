//! What was measured, said as it comes and once more at the end.

/// Rows of: engine, what, how much, what is to be reached.
#[derive(Default)]
pub(crate) struct Table(Vec<[String; 4]>);

impl Table {
    pub(crate) fn row(&mut self, engine: &str, what: &str, said: String, target: &str) {
        println!("{engine:<11} {what:<44} {said}");
        self.0
            .push([engine.to_owned(), what.to_owned(), said, target.to_owned()]);
    }

    /// All of it, in Markdown.
    pub(crate) fn print(&self) {
        println!("\n| engine | what | measured | to reach |\n|---|---|---|---|");
        for [engine, what, said, target] in &self.0 {
            println!("| {engine} | {what} | {said} | {target} |");
        }
    }
}
