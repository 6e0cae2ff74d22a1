//! Starts the calculator in its document. Everything else is the library, so that it can be tested natively.

fn main() {
    anju_public::run_calculator();
}
